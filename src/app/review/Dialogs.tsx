import { useState } from 'react';
import type { Language } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useEnvironment } from '../environment.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useReviewMore } from '../messages/useReviewMore.ts';
import { CardInfoDialog } from '../shared/CardInfoDialog.tsx';
import type { Shown } from './shown.ts';
import './Dialogs.css';

interface Closing {
  readonly onClose: () => void;
}

/** The keys of the review. */
function KeysDialog({ onClose }: Closing) {
  const { common } = useMessages();
  const more = useReviewMore();
  return (
    <Dialog open title={more.keysDialog.title} closeLabel={common.close} onClose={onClose}>
      <dl className="keys__list">
        {more.keysDialog.list.map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

const FARTHEST = 36_500;

/** Choosing the due date of a card by hand. */
function SetDueDialog({ onClose, onSet }: Closing & { readonly onSet: (days: number) => void }) {
  const { common } = useMessages();
  const more = useReviewMore();
  const words = more.setDueDialog;
  const [days, setDays] = useState(1);
  return (
    <Dialog
      open
      title={words.title}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="go" onClick={() => onSet(days)}>
            {words.apply}
          </Button>
        </>
      }
    >
      <NumberField
        label={words.label}
        hint={words.hint}
        value={days}
        min={0}
        max={FARTHEST}
        boundsError={words.bounds}
        onCommit={setDays}
      />
    </Dialog>
  );
}

function plain(html: string): string {
  return html
    .replaceAll(/<wbr\s*\/?>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A report of a card, ready to send: the card, its text and the versions, and nothing of the person. */
function ReportDialog({
  shown,
  language,
  onClose,
}: Closing & { readonly shown: Shown; readonly language: Language }) {
  const { common } = useMessages();
  const more = useReviewMore();
  const { catalogue, appVersion } = useEnvironment();
  const words = more.reportDialog;
  const [said, setSaid] = useState('');
  const text = shown.text[language];
  const report = [
    `card: ${shown.card.id}`,
    `language: ${language}`,
    `text: ${text.hash.toString(16).padStart(8, '0')}`,
    `deck: ${shown.card.deckId} ${catalogue.deck.get(shown.card.deckId)?.version ?? ''}`,
    `app: ${appVersion}`,
    `ask: ${plain(text.ask)}`,
    ...(text.options ?? []).map((option, i) => `option ${i}: ${plain(option)}`),
    `answer: ${plain(text.answer)}`,
    `why: ${plain(text.why)}`,
  ].join('\n');
  const copy = () => {
    navigator.clipboard.writeText(report).then(
      () => setSaid(words.copied),
      () => setSaid(words.notCopied),
    );
  };
  return (
    <Dialog
      open
      title={words.title}
      closeLabel={common.close}
      onClose={onClose}
      actions={<Button onClick={copy}>{words.copy}</Button>}
    >
      <p>{words.hint}</p>
      <textarea
        className="report__text"
        aria-label={words.text}
        lang={language === 'zh' ? 'zh-Hans' : 'en'}
        readOnly
        value={report}
      />
      <output>{said}</output>
    </Dialog>
  );
}

export type OpenDialog = 'info' | 'report' | 'set-due' | 'keys';

export interface DialogsProps extends Closing {
  readonly open: OpenDialog;
  readonly shown: Shown | null;
  readonly language: Language;
  readonly onSetDue: (days: number) => void;
}

/** The dialog that is open over the review. */
export function Dialogs({ open, shown, language, onClose, onSetDue }: DialogsProps) {
  if (open === 'keys') return <KeysDialog onClose={onClose} />;
  if (!shown) return null;
  if (open === 'info') return <CardInfoDialog card={shown.card.id} onClose={onClose} />;
  if (open === 'report') {
    return <ReportDialog shown={shown} language={language} onClose={onClose} />;
  }
  const set = (days: number) => {
    onClose();
    onSetDue(days);
  };
  return <SetDueDialog onClose={onClose} onSet={set} />;
}
