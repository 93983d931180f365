/**
 * Rescheduling: a change of settings moves no due date by itself. What it would move is worked out
 * here, shown, and only then written, as one action that can be undone.
 */
import type { Catalogue } from './catalogue.ts';
import type { CardState } from './cardState.ts';
import type { StudyDay } from './day.ts';
import type { Grant } from './event.ts';
import { boundedRange, chooseDays } from './fuzz.ts';
import type { MemoryModel } from './memory.ts';
import { unitOf } from './random.ts';
import { desiredRetentionOf, type Settings } from './settings.ts';

export interface Move {
  readonly card: string;
  readonly from: StudyDay;
  readonly to: StudyDay;
  readonly grant: Grant;
}

function moveOf(
  state: CardState,
  today: StudyDay,
  settings: Settings,
  model: MemoryModel,
  catalogue: Catalogue,
): Move | null {
  const { memory, memoryDay, dueDay, phase } = state;
  const card = catalogue.card.get(state.card);
  if (phase !== 'review' || !memory || memoryDay === null || dueDay === null || !card) return null;
  const desired = desiredRetentionOf(settings, card.deckId);
  const stability = Math.round(memory.stability * 1e4) / 1e4;
  const raw = model.interval(stability, desired);
  const range = boundedRange(raw, 1, settings.maximumInterval);
  // A date that is still within the range stays: it was chosen to spread the reviews out.
  if (dueDay - memoryDay >= range.low && dueDay - memoryDay <= range.high) return null;
  const { days, why } = chooseDays(range, memoryDay, unitOf(`${state.card} ${state.reps}`), null);
  const late = Math.max(0, today - (memoryDay + days));
  const to = memoryDay + days + late;
  if (to === dueDay) return null;
  const sinceToday = to - today;
  const terms = {
    stability,
    desired,
    raw: Math.round(raw * 1e4) / 1e4,
    low: range.low - (today - memoryDay),
    high: Math.max(range.high - (today - memoryDay), sinceToday),
    days: sinceToday,
    why,
  };
  return {
    card: state.card,
    from: dueDay,
    to,
    grant: { phase: 'review', step: 0, dueDay: to, terms },
  };
}

/**
 * What new settings would move: each review card counted anew from its last review, none to a day
 * that is past (what is overdue becomes due today). Terms count days from today.
 */
export function plannedMoves(
  states: Iterable<CardState>,
  today: StudyDay,
  settings: Settings,
  model: MemoryModel,
  catalogue: Catalogue,
): Move[] {
  return [...states].flatMap((state) => {
    const move = moveOf(state, today, settings, model, catalogue);
    return move && !(move.from <= today && move.to <= today) ? [move] : [];
  });
}

/** Cards due today before and after, and how many come earlier and later. */
export interface Effect {
  readonly earlier: number;
  readonly later: number;
  /** Change in what is due today or before. */
  readonly today: number;
}

export function effectOf(moves: readonly Move[], today: StudyDay): Effect {
  const isDue = (day: StudyDay) => (day <= today ? 1 : 0);
  return {
    earlier: moves.filter(({ from, to }) => to < from).length,
    later: moves.filter(({ from, to }) => to > from).length,
    today: moves.reduce((sum, { from, to }) => sum + isDue(to) - isDue(from), 0),
  };
}
