/** A simulated learner's past in the decks that ship, up to yesterday. */
import type { Answer, Draft } from '../../src/domain/event.ts';
import { DAY, HOUR } from '../builders.ts';
import { logOfLearner, type Learner } from '../simulatedLearner.ts';
import { catalogue, dayOf } from './study.ts';

/** @param now ms; the last study day of the past is the one before */
export function pastOfLearner(learner: Learner, now: number): Draft[][] {
  const cards = catalogue.decks.flatMap((deck) => deck.cards.map(({ id }) => id));
  const log = logOfLearner(learner) as Answer[];
  const last = log.at(-1)?.day ?? 0;
  const shift = dayOf(now) - 1 - last;
  const dayBegins = new Map<number, number>();
  return log.map(({ device: _d, seq: _s, order: _o, action: _a, grant, ...answer }) => {
    const day = answer.day + shift;
    const place = (dayBegins.get(day) ?? -1) + 1;
    dayBegins.set(day, place);
    // Nine in the morning in Shanghai, and every ten seconds after.
    const at = day * DAY - 8 * HOUR + 9 * HOUR + place * 10_000;
    const card = cards[Number(answer.card.slice('talk/n'.length))] ?? '';
    const dueDay = grant?.dueDay === undefined ? {} : { dueDay: grant.dueDay + shift };
    const dueAt = grant?.dueAt === undefined ? {} : { dueAt: at };
    const ms = 3000 + (place % 11) * 900 + (answer.rating === 'again' ? 6000 : 0);
    return [
      {
        ...answer,
        card,
        day,
        at,
        offset: 480,
        ms,
        language: 'zh',
        text: 1,
        weights: 'fsrs-6',
        ...(grant ? { grant: { ...grant, ...dueDay, ...dueAt } } : {}),
      },
    ];
  });
}
