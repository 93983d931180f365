import type { StoreTrouble } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDecksMessages } from '../messages/useDecksMessages.ts';

export interface TroubleProps {
  /** `words`: those of a chapter could not be had. */
  readonly trouble: StoreTrouble | 'words';
  readonly onAgain: () => void;
}

/** What went wrong, what is safe, what to do. */
export function Trouble({ trouble, onAgain }: TroubleProps) {
  const { trouble: words } = useDecksMessages();
  const sentence = trouble === 'words' ? words.words : words.other[trouble];
  const reload = trouble === 'outdated' || trouble === 'unavailable';
  return (
    <Notice
      title={sentence.title}
      actions={
        <Button size="small" onClick={reload ? () => window.location.reload() : onAgain}>
          {reload ? words.reload : words.again}
        </Button>
      }
    >
      {sentence.body}
    </Notice>
  );
}
