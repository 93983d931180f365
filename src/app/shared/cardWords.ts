/** The state of a card in words. */
import type { CardState } from '../../domain/cardState.ts';
import type { StudyDay } from '../../domain/day.ts';
import type { DecksMessages } from '../messages/useDecksMessages.ts';

function scheduleWords(state: CardState, today: StudyDay, { decks, time }: DecksMessages): string {
  const words = decks.state;
  if (state.phase !== 'review') return words[state.phase];
  const days = (state.dueDay ?? today) - today;
  if (days === 0) return words.dueToday;
  return days > 0 ? words.due(time.daysInWords(days)) : words.overdue(time.daysInWords(-days));
}

/** New, learning or when it is due; a suspended card is due never. Then its marks. */
export function cardWords(
  state: CardState | undefined,
  today: StudyDay,
  isLeech: boolean,
  messages: DecksMessages,
): string {
  const words = messages.decks.state;
  if (!state) return words.new;
  return messages.decks.states([
    state.suspended ? words.suspended : scheduleWords(state, today, messages),
    ...(state.marked ? [words.marked] : []),
    ...(isLeech ? [words.leech] : []),
  ]);
}
