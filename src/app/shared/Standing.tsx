import type { Knowledge } from '../../domain/retention/knowledge.ts';
import { RecallChip, recallStep } from '../../ui/RecallChip.tsx';
import { useDecksMessages } from '../messages/useDecksMessages.ts';

interface StandingProps {
  /** How many cards there are. */
  readonly cards: number;
  /** Undefined until it is read. */
  readonly known: Knowledge | undefined;
}

/** Why a concept is not asked, where it is not. */
export function Standing({ cards, known }: StandingProps) {
  const { decks } = useDecksMessages();
  if (cards === 0) return <p className="secondary">{decks.untested}</p>;
  return known?.cards === 0 ? <p className="secondary">{decks.allSuspended}</p> : null;
}

/** How well a concept is recalled, where something can be said. */
export function Recall({ known }: { readonly known: Knowledge | undefined }) {
  const { decks, common } = useDecksMessages();
  if (known === undefined || known.cards === 0) return null;
  if (known.begun === 0) {
    return <RecallChip recall={undefined} text={decks.recall[0]} name={decks.recall[0]} />;
  }
  const percent = common.percent(known.recall);
  const step = decks.recall[recallStep(known.recall)];
  return <RecallChip recall={known.recall} text={percent} name={decks.recallName(step, percent)} />;
}
