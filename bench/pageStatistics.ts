/** In the page: the statistics of a long log, from its columns and from the store. */
import { createModel } from '../src/domain/memory.ts';
import type { Columns } from '../src/domain/replayColumns.ts';
import { answersOf, type Answers } from '../src/domain/statistics/answers.ts';
import type { Figures } from '../src/domain/statistics/figures.ts';
import type { CardList } from '../src/domain/statistics/question.ts';
import { statisticsOf, studyOf, type Asked } from '../src/domain/statistics/statistics.ts';
import { readLogColumns } from '../src/store/logColumns.ts';
import { bareStatistics, numbersOf } from './bareStatistics.ts';
import { cardId, type LogSize } from './history.ts';
import { alternately } from './numbers.ts';
import { nameOf } from './pageLog.ts';
import { NO_DECKS, openBenchStore, pause, timed } from './pageStore.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Two cards to a note. */
function cardsOf({ cards }: LogSize): CardList {
  return {
    ids: Array.from({ length: cards }, (_, i) => cardId(i)),
    notes: Uint32Array.from({ length: cards }, (_, i) => i >> 1),
  };
}

/** Asked in the evening of the log's last day, on the learner's clock at UTC+8. */
function askedOn(today: number): Asked {
  const midnight = today * DAY - 8 * HOUR;
  return {
    chosen: null,
    onlyMarked: false,
    period: null,
    today,
    now: midnight + 23 * HOUR,
    begins: midnight + 4 * HOUR,
    ends: midnight + 28 * HOUR,
  };
}

async function columnsOf(size: LogSize): Promise<Columns> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const columns = await readLogColumns(store);
  store.close();
  return columns;
}

const lastDay = ({ day }: Columns) => day.reduce((last, one) => Math.max(last, one), 0);

export interface StatisticsTimes {
  /** ms from columns to all figures, and until some of them were told of. */
  readonly ours: number[];
  readonly first: number[];
  readonly bare: number[];
  /** ms of one question more, of half the cards. */
  readonly again: number[];
  /** Numbers that the two do not agree on, out of so many. */
  readonly different: number;
  readonly numbers: number;
}

/** Sums of fractions differ in the last bits by the order they are added in. */
const isSame = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));

export async function measureStatistics(size: LogSize, runs: number): Promise<StatisticsTimes> {
  const columns = await columnsOf(size);
  const list = cardsOf(size);
  const asked = askedOn(lastDay(columns));
  const model = createModel();
  const times = { ours: [] as number[], first: [] as number[], bare: [] as number[] };
  const again: number[] = [];
  const half = Uint8Array.from(list.ids, (_, i) => i % 2);
  let figures: Figures | null = null;
  let numbers: readonly number[] = [];
  const ours = async () => {
    await pause(50);
    let firstAt = 0;
    const began = performance.now();
    const study = studyOf(answersOf(columns, model), list);
    figures = statisticsOf(study, asked, model, () => {
      firstAt ||= performance.now();
    });
    times.ours.push(performance.now() - began);
    times.first.push(firstAt - began);
    again.push(await timed(() => statisticsOf(study, { ...asked, chosen: half }, model)));
  };
  const bare = async () => {
    await pause(50);
    times.bare.push(
      await timed(() => {
        numbers = bareStatistics(columns, list, asked);
      }),
    );
  };
  await alternately(runs + 1, ours, bare);
  const found = figures ? numbersOf(figures) : [];
  const length = Math.max(found.length, numbers.length);
  let different = 0;
  for (let i = 0; i < length; i++) {
    if (!isSame(found[i] ?? NaN, numbers[i] ?? NaN)) different += 1;
  }
  return {
    ours: times.ours.slice(1),
    first: times.first.slice(1),
    bare: times.bare.slice(1),
    again: again.slice(1),
    different,
    numbers: length,
  };
}

interface Held {
  readonly list: CardList;
  readonly columns: Columns | null;
  readonly table: Answers | null;
}

let held: Held | null = null;

/** Reads the log, and keeps the columns, and the names of all cards as the worker does. @returns bytes of the segments, and of the columns */
export async function holdColumns(size: LogSize): Promise<{ packed: number; columns: number }> {
  const store = await openBenchStore(nameOf(size), NO_DECKS);
  const columns = await readLogColumns(store);
  let packed = 0;
  await store.db.segments.each(({ bytes }) => {
    packed += bytes.length;
  });
  store.close();
  held = { list: cardsOf(size), columns, table: null };
  const arrays = Object.values(columns).filter((one) => ArrayBuffer.isView(one));
  return { packed, columns: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) };
}

/** Makes the table beside them. */
export function holdTable(): void {
  if (!held?.columns) throw new Error('Inconsistent: no columns are held');
  held = { ...held, table: answersOf(held.columns, createModel()) };
}

/** Lets the columns go, as the worker does when it has its table. */
export function dropColumns(): void {
  held = held && { ...held, columns: null };
}
