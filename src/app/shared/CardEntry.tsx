import type { CardState } from '../../domain/cardState.ts';
import type { CardText, Language } from '../../domain/deck.ts';
import { plainText } from '../../domain/find.ts';
import type { CardRecall } from '../../domain/retention/knowledge.ts';
import { IconMore } from '../../ui/Icons.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { RecallChip, recallStep } from '../../ui/RecallChip.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { UndoStrip } from '../../ui/UndoStrip.tsx';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { Cite } from './Cite.tsx';
import { elementId } from './place.ts';
import type { CardAct, Outcome } from './reading.ts';
import { Trouble } from './Trouble.tsx';

export interface CardEntryProps {
  readonly id: string;
  readonly text: CardText;
  readonly language: Language;
  readonly cite: string | undefined;
  readonly state: CardState | undefined;
  /** The state in words; empty until it is read. */
  readonly words: string;
  readonly open: boolean;
  /** Somebody came to see this card. */
  readonly sought: boolean;
  readonly outcome: Outcome | null;
  readonly turn: number;
  readonly onToggle: (open: boolean) => void;
  readonly onAct: (act: CardAct) => void;
  readonly onUndo: () => void;
  /** Shown as a chip, where it is told. */
  readonly recall?: CardRecall | undefined;
  readonly onWhy?: (() => void) | undefined;
  readonly onCurve?: (() => void) | undefined;
}

/** One card to read: its question, the answer folded away, its state, what can be done to it. */
export function CardEntry(props: CardEntryProps) {
  const { id, text, language, state, outcome } = props;
  const { decks } = useDecksMessages();
  const act = (label: string, what: CardAct) => ({ label, onSelect: () => props.onAct(what) });
  return (
    <li className={`entry${props.sought ? ' entry--sought' : ''}`}>
      <div className="entry__row">
        <details
          className="entry__fold"
          open={props.open}
          onToggle={(event) => props.onToggle(event.currentTarget.open)}
        >
          <summary className="entry__ask" id={elementId(id)}>
            {props.recall === undefined ? null : <Chip recall={props.recall} />}
            <SafeHtml html={text.ask} lang={language} as="span" />
            <span className="entry__state caption">{props.words}</span>
          </summary>
          <Answer id={id} text={text} language={language} cite={props.cite} />
        </details>
        <Menu
          label={decks.actions(plainText(text.ask))}
          icon={<IconMore />}
          items={[
            ...(state?.memory && props.onWhy
              ? [{ label: decks.whyDate, onSelect: props.onWhy }]
              : []),
            ...(state?.memory && props.onCurve
              ? [{ label: decks.showCurve, onSelect: props.onCurve }]
              : []),
            state?.suspended
              ? act(decks.unsuspend, 'unsuspended')
              : act(decks.suspend, 'suspended'),
            state?.marked ? act(decks.unmark, 'unmarked') : act(decks.mark, 'marked'),
            ...(state && state.phase !== 'new' ? [act(decks.reset, 'reset')] : []),
          ]}
        />
      </div>
      <OutcomeLine {...props} outcome={outcome} />
    </li>
  );
}

/** How likely the card is recalled now. */
function Chip({ recall }: { readonly recall: CardRecall }) {
  const { decks, common } = useDecksMessages();
  if (recall === 'suspended') return null;
  if (recall === 'unseen') {
    return <RecallChip recall={undefined} text={decks.recall[0]} name="" />;
  }
  const percent = common.percent(recall);
  const name = decks.recallName(decks.recall[recallStep(recall)], percent);
  return <RecallChip recall={recall} text={percent} name={name} />;
}

type AnswerProps = Pick<CardEntryProps, 'id' | 'text' | 'language' | 'cite'>;

function Answer({ id, text, language, cite }: AnswerProps) {
  const { decks } = useDecksMessages();
  const wrong = text.options?.slice(1) ?? [];
  return (
    <div className="entry__reply">
      <div className="entry__answer">
        <SafeHtml html={text.answer} lang={language} />
      </div>
      {wrong.length > 0 ? (
        <div className="entry__wrong">
          <p className="caption">{decks.otherOptions}</p>
          <ul>
            {wrong.map((option) => (
              <li key={option}>
                <SafeHtml html={option} lang={language} as="span" />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {text.why === '' ? null : (
        <div className="entry__why">
          <SafeHtml html={text.why} lang={language} />
        </div>
      )}
      <Cite card={id} cite={cite} />
    </div>
  );
}

function OutcomeLine({ outcome, turn, onAct, onUndo }: CardEntryProps) {
  const { decks } = useDecksMessages();
  if (!outcome) return null;
  switch (outcome.is) {
    case 'trouble': {
      const { trouble, tried } = outcome;
      return (
        <Trouble trouble={trouble} onAgain={() => (tried === 'undo' ? onUndo() : onAct(tried))} />
      );
    }
    case 'took-back':
    case 'took-back-other':
    case 'nothing-to-undo': {
      const words = {
        'took-back': decks.tookBack,
        'took-back-other': decks.tookBackOther,
        'nothing-to-undo': decks.nothingToUndo,
      }[outcome.is];
      return (
        <output className="entry__outcome secondary" key={turn}>
          {words}
        </output>
      );
    }
    default: {
      const words = decks.acted[outcome.is];
      return (
        <>
          <LiveRegion message={words} turn={turn} />
          <UndoStrip text={words} actionLabel={decks.undo} onUndo={onUndo} />
        </>
      );
    }
  }
}
