import type { StoreTrouble } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMessages } from '../messages/useMessages.ts';

export interface QuizTroubleProps {
  /** `words`: those of the question could not be had. */
  readonly trouble: StoreTrouble | 'words';
  /** What was being done when it happened. */
  readonly during: 'answer' | 'other';
  readonly onAgain: () => void;
}

/** What went wrong, what is safe, what to do. */
export function QuizTrouble({ trouble, during, onAgain }: QuizTroubleProps) {
  const { trouble: words } = useMessages();
  const sentence = trouble === 'words' ? words.words : words[during][trouble];
  const isOld = trouble === 'outdated' || trouble === 'unavailable';
  return (
    <Notice
      title={sentence.title}
      actions={
        <Button size="small" onClick={isOld ? () => window.location.reload() : onAgain}>
          {isOld ? words.reload : words.again}
        </Button>
      }
    >
      {sentence.body}
    </Notice>
  );
}
