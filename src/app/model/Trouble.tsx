import type { StoreTrouble } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useModelMessages } from '../messages/useModelMessages.ts';

export interface TroubleProps {
  /** `broken`: the optimiser did. */
  readonly trouble: StoreTrouble | 'broken';
  readonly onAgain: () => void;
}

/** What went wrong, what is safe, what to do. */
export function Trouble({ trouble, onAgain }: TroubleProps) {
  const { trouble: words, model } = useModelMessages();
  const sentence =
    trouble === 'broken' ? { title: model.broken, body: model.brokenNote } : words.other[trouble];
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
