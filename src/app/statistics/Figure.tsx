import type { ReactNode } from 'react';
import { FigureSection, type FigureSectionProps } from '../../ui/FigureSection.tsx';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';

export interface FigureProps extends Pick<FigureSectionProps, 'room'> {
  readonly words: { readonly title: string; readonly what: string };
  /** Nothing while the figure is worked out. */
  readonly finding?: string | undefined;
  readonly children?: ReactNode;
}

/** One figure of the page: painted at once, filled in when it is worked out. */
export function Figure({ words, finding = '', room, children }: FigureProps) {
  const { statistics } = useStatisticsMessages();
  return (
    <FigureSection
      title={words.title}
      definition={{ label: statistics.what, text: words.what }}
      finding={finding}
      room={room}
    >
      {children}
    </FigureSection>
  );
}
