import type { StoreTrouble } from '../../store/errors.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { Page } from '../Page.tsx';
import { hrefOf, routes } from '../routes.ts';
import './discussions.css';

export interface TroubleProps {
  /** `broken`: the forecast did not get done. `words`: those of a chapter could not be had. */
  readonly trouble: StoreTrouble | 'broken' | 'words';
  /** Without it there is nothing to do again here: what was typed is still in the form. */
  readonly onAgain?: () => void;
}

/** What went wrong, what is safe, what to do. */
export function Trouble({ trouble, onAgain }: TroubleProps) {
  const { trouble: words, discussions } = useDiscussionsMessages();
  const isBroken = trouble === 'broken';
  const sentence = trouble === 'words' ? words.words : isBroken ? null : words.other[trouble];
  const reload = trouble === 'outdated' || trouble === 'unavailable';
  const again = reload ? () => window.location.reload() : onAgain;
  return (
    <Notice
      title={sentence?.title ?? discussions.broken}
      actions={
        again ? (
          <Button size="small" onClick={again}>
            {reload ? words.reload : words.again}
          </Button>
        ) : null
      }
    >
      {sentence?.body ?? discussions.brokenNote}
    </Notice>
  );
}

/** Where an address leads to no discussion. */
export function Missing() {
  const { discussions } = useDiscussionsMessages();
  return (
    <Page title={discussions.missing} narrow>
      <BackLink href={hrefOf(routes.discussions)}>{discussions.title}</BackLink>
      <h1>{discussions.missing}</h1>
      <p className="discussion__missing">{discussions.missingNote}</p>
    </Page>
  );
}
