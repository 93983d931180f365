import { useMessages } from '../messages/useMessages.ts';
import { intervalOf } from './intervals.ts';
import type { Done, SessionState } from './session.ts';
import type { Messages } from '../messages/en.ts';

function wordsFor(
  done: Done,
  interval: string,
  messages: Messages,
): { seen: string; heard: string } {
  const { said, rating: names, what } = messages.review;
  const both = (words: string) => ({ seen: words, heard: words });
  switch (done.is) {
    case 'rated':
      return { seen: said.rated(names[done.rating], interval), heard: said.saved };
    case 'took-back':
      return both(
        done.rating ? said.tookBack(names[done.rating]) : said.tookBackOther(what[done.type] ?? ''),
      );
    case 'brought-again':
      return both(
        done.rating
          ? said.broughtAgain(names[done.rating])
          : said.broughtAgainOther(what[done.type] ?? ''),
      );
    case 'nothing-to-undo':
      return both(said.nothingToUndo);
    case 'nothing-to-redo':
      return both(said.nothingToRedo);
    case 'new-day':
      return both(said.newDay);
    case 'suspended':
    case 'buried':
    case 'marked':
    case 'unmarked':
    case 'reset':
    case 'set-due':
      return both(said[done.is]);
  }
}

/** What was last done, in words: on the strip, and for those who listen. */
export function useSaid({ done }: Pick<SessionState, 'done'>): { seen: string; heard: string } {
  const messages = useMessages();
  if (!done) return { seen: '', heard: '' };
  const interval = done.is === 'rated' ? intervalOf(done.offer, messages).words : '';
  return wordsFor(done, interval, messages);
}
