/** A small world to be quizzed in: a card for every form, and an open question. */
import { readQuiz, type QuizRecord } from '../../src/store/quizzes.ts';
import { append } from '../../src/store/log.ts';
import { allEvents } from '../../src/store/read.ts';
import { momentOf } from '../../src/app/clock.ts';
import type { Answer, QuizBegun } from '../../src/domain/event.ts';
import type { Question } from '../../src/domain/quiz/question.ts';
import { aWorld, tinyDeck, type World } from './world.ts';

const DAY = 86_400_000;

export const CHOICE: Question = { form: 'choice', of: 'tiny/beta.pick' };
export const TYPED: Question = { form: 'typed', of: 'tiny/gamma.fill/a' };
export const CLOZE: Question = { form: 'cloze', of: 'tiny/gamma.fill/b' };
export const RECALL: Question = { form: 'recall', of: 'tiny/alpha.what' };
export const ORDER: Question = { form: 'order', of: 'tiny/delta.steps' };
export const CONTRAST: Question = { form: 'contrast', of: 'tiny/epsilon.versus' };
export const OPEN: Question = { form: 'open', of: 'tiny/free' };

export function quizDeck() {
  return tinyDeck([
    { note: 'alpha.what', concept: 'alpha' },
    { note: 'beta.pick', concept: 'beta', kind: 'choice' },
    { note: 'gamma.fill', concept: 'gamma', kind: 'cloze', parts: ['a', 'b'] },
    { note: 'delta.steps', concept: 'delta', kind: 'list' },
    { note: 'epsilon.versus', concept: 'epsilon', kind: 'contrast', against: 'alpha' },
  ]);
}

export function aQuizWorld(name?: string): Promise<World> {
  const both = (words: string) => ({ zh: `${words}（中）`, en: words });
  return aWorld(quizDeck(), name, [
    {
      id: 'tiny/free',
      ask: both('Is it free?'),
      points: [both('Somebody pays'), both('Not at once'), both('It depends')],
      about: ['tiny/alpha'],
    },
  ]);
}

/** Has learnt these cards ten days ago; each falls due in `dueIn` days. */
export async function learnt(
  world: World,
  cards: readonly string[] = world.environment.catalogue.decks.flatMap((deck) =>
    deck.cards.map(({ id }) => id),
  ),
  dueIn = 5,
): Promise<void> {
  const { store, clock } = world.environment;
  const { now } = world;
  const { day } = momentOf(clock, store.settings.rollover);
  world.now -= 10 * DAY;
  const moment = momentOf(clock, store.settings.rollover);
  await append(
    store,
    cards.map((card) => ({
      type: 'reviewed',
      card,
      ...moment,
      rating: 'good',
      ms: 5000,
      mode: 'review',
      how: 'self',
      grant: { phase: 'review', step: 0, dueDay: day + dueIn },
    })),
  );
  world.now = now;
}

/** Begins a quiz. @returns its id */
export async function aQuizOf(
  { environment: { store, clock, mintId } }: World,
  questions: readonly Question[],
  over: Partial<QuizBegun> = {},
): Promise<string> {
  const quiz = mintId();
  await append(store, [
    {
      type: 'quiz-begun',
      quiz,
      seed: 'seed',
      mode: 'quiz-practice',
      questions,
      decks: { tiny: '1' },
      chosen: { is: 'scope', scope: { decks: ['tiny'] } },
      asksConfidence: false,
      ...over,
      ...momentOf(clock, store.settings.rollover),
    },
  ]);
  return quiz;
}

/** What the log has of a quiz. */
export async function recordOf({ environment }: World, quiz: string): Promise<QuizRecord> {
  const record = await readQuiz(environment.store, quiz);
  if (!record) throw new Error(`No quiz ${quiz}`);
  return record;
}

/** Every answer in a quiz that was ever written, those taken back too. */
export async function writtenIn({ environment }: World): Promise<Answer[]> {
  const events = await allEvents(environment.store.db);
  return events.filter((event) => event.type === 'quizzed') as Answer[];
}

/** The rows of the cards, without their revision. */
export async function rowsOf({ environment }: World): Promise<unknown[]> {
  const rows = await environment.store.db.cards.toArray();
  return rows.map(({ rev: _rev, ...row }) => row);
}
