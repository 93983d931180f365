/** One who answers whatever falls due, day after day. */
import { RATINGS, type Answer, type Grant, type Phase, type Rating } from '../src/domain/event.ts';
import { createModel, type Memory } from '../src/domain/memory.ts';
import { hash32 } from '../src/domain/random.ts';
import { randomFrom } from './numbers.ts';

const FIRST_DAY = 15_000;
const DAYS_OF_NEW = 600;
const DESIRED = 0.95;
const DAY = 86_400_000;
const OFFSET = 480;

/** As card ids are: a deck, a concept, a word. */
export const cardId = (i: number) =>
  `bench/concept-${Math.floor(i / 3)}.${['why', 'how', 'when'][i % 3]}`;

export interface Made {
  readonly event: Answer;
  /** Number of the card. */
  readonly card: number;
  /** Days since it was last answered, and the rating, 1..4. */
  readonly elapsed: number;
  readonly grade: number;
}

interface Known {
  memory: Memory | null;
  phase: Phase;
  step: number;
  day: number;
}

const decimals = (value: number, places: number) => Math.round(value * 10 ** places) / 10 ** places;

export class Learner {
  private readonly random = randomFrom(20_261_123);
  private readonly model = createModel();
  private readonly known: Known[] = [];
  private readonly dueOn = new Map<number, number[]>();
  private readonly introducedADay: number;
  /** Cards still to be answered today; those waiting on a step come again behind them. */
  private today: number[] = [];
  private place = 0;
  private day = FIRST_DAY - 1;
  private at = 0;
  private seq = 0;

  constructor(
    private readonly size: { readonly cards: number },
    private readonly device: string,
  ) {
    this.introducedADay = Math.max(1, Math.ceil(size.cards / DAYS_OF_NEW));
  }

  private nextDay(): void {
    this.day += 1;
    this.place = 0;
    this.today = this.dueOn.get(this.day) ?? [];
    this.dueOn.delete(this.day);
    for (let i = 0; i < this.introducedADay && this.known.length < this.size.cards; i++) {
      this.today.push(this.known.length);
      this.known.push({ memory: null, phase: 'new', step: 0, day: this.day });
    }
    this.at = this.day * DAY + 20 * 3_600_000 - OFFSET * 60_000;
  }

  private rating(phase: Phase): Rating {
    const chance = this.random();
    if (phase !== 'review') return chance < 0.05 ? 'hard' : 'good';
    if (chance < 0.08) return 'again';
    if (chance < 0.16) return 'hard';
    return chance < 0.94 ? 'good' : 'easy';
  }

  private grant(known: Known, rating: Rating, memory: Memory): Grant {
    const { phase, step } = known;
    if (phase === 'review' && rating === 'again')
      return { phase: 'relearning', step: 0, dueAt: this.at + 600_000 };
    if (phase === 'new') return { phase: 'learning', step: 1, dueAt: this.at + 600_000 };
    if (phase === 'learning' && rating === 'hard')
      return { phase: 'learning', step, dueAt: this.at + 600_000 };
    const stability = decimals(memory.stability, 4);
    const raw = this.model.interval(stability, DESIRED);
    const spread = raw < 2.5 ? 0 : Math.max(1, Math.round(raw * 0.1));
    const low = Math.max(1, Math.round(raw) - spread);
    const high = Math.max(low, Math.round(raw) + spread);
    const days = low + Math.floor(this.random() * (high - low + 1));
    const why = low === high ? (['rounded'] as const) : (['balanced'] as const);
    return {
      phase: 'review',
      step: 0,
      dueDay: this.day + days,
      terms: { stability, desired: DESIRED, raw: decimals(raw, 4), low, high, days, why },
    };
  }

  next(): Made {
    while (this.place >= this.today.length) this.nextDay();
    const card = this.today[this.place++] ?? 0;
    const known = this.known[card];
    if (!known) throw new Error(`Inconsistent: no card ${card}`);
    this.at += 4000 + Math.floor(this.random() * 9000);
    this.seq += 1;
    const { day, at } = this;
    const elapsed = known.memory ? day - known.day : 0;
    const rating = this.rating(known.phase);
    const memory = this.model.next(known.memory, elapsed, rating);
    const grant = this.grant(known, rating, memory);
    const predicted =
      known.memory && elapsed > 0
        ? { predicted: decimals(this.model.retrievability(known.memory.stability, elapsed), 6) }
        : {};
    const ms = 2000 + Math.floor(this.random() * 12_000);
    const id = cardId(card);
    const event: Answer = {
      type: 'reviewed',
      device: this.device,
      seq: this.seq,
      at,
      order: at,
      offset: OFFSET,
      day,
      action: `${this.device}:${this.seq}`,
      card: id,
      rating,
      ms,
      reveal: Math.floor(ms * (0.5 + this.random() * 0.4)),
      mode: 'review',
      how: 'self',
      language: 'zh',
      text: hash32(id),
      weights: this.model.name,
      ...predicted,
      grant,
    };
    Object.assign(known, { memory, phase: grant.phase, step: grant.step, day });
    if (grant.dueDay === undefined) this.today.push(card);
    else {
      const due = this.dueOn.get(grant.dueDay);
      if (due) due.push(card);
      else this.dueOn.set(grant.dueDay, [card]);
    }
    return { event, card, elapsed, grade: RATINGS.indexOf(rating) + 1 };
  }
}
