/** Logs to make statistics of: their events as columns, and random ones with all that may go wrong. */
import * as fc from 'fast-check';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { isAnswer, type LogEvent } from '../../src/domain/event.ts';
import { createModel } from '../../src/domain/memory.ts';
import { identityOf, undoneActions } from '../../src/domain/replay.ts';
import { packTail, readColumns } from '../../src/domain/replayColumns.ts';
import { pack } from '../../src/domain/segment.ts';
import { foldSettings } from '../../src/domain/settings.ts';
import { answersOf } from '../../src/domain/statistics/answers.ts';
import type { Figures, Part } from '../../src/domain/statistics/figures.ts';
import { cardListOf, chosenCards, type Question } from '../../src/domain/statistics/question.ts';
import { statisticsOf, studyOf } from '../../src/domain/statistics/statistics.ts';
import { aCatalogue, aCard, DAY, HOUR, Pen } from '../builders.ts';
import { commandsWithWeights, play } from './histories.ts';

/** Without `more/c`, which the histories answer too: its answers are those of a retired card. */
export const KNOWN = aCatalogue([
  'talk/a',
  aCard('talk/b/there', { kind: 'reversed' }),
  aCard('talk/b/back', { kind: 'reversed' }),
  'talk/unseen',
]);

/** Asked at noon UTC of a day that begins at 04:00. */
export function aQuestion(today: number, over: Partial<Question> = {}): Question {
  return {
    scope: null,
    kinds: null,
    onlyMarked: false,
    period: null,
    today,
    now: today * DAY + 12 * HOUR,
    begins: today * DAY + 4 * HOUR,
    ends: today * DAY + 28 * HOUR,
    ...over,
  };
}

/** All figures of a log, of which as much as possible is in segments of `size` events. */
export function figuresOf(
  log: readonly LogEvent[],
  catalogue: Catalogue,
  question: Question,
  { size = Infinity, onPart }: { size?: number; onPart?: (part: Part) => void } = {},
): Figures {
  const undone = undoneActions(log);
  const devices = new Set(log.map(({ device }) => device));
  const logs = [...devices].map((device) => log.filter((event) => event.device === device));
  const segments = logs.flatMap((own) =>
    Array.from({ length: Math.floor(own.length / size) }, (_, k) => {
      const { bytes } = pack(own.slice(k * size, (k + 1) * size), k);
      return { device: own[0]?.device ?? '', k, bytes };
    }),
  );
  const tail = logs.flatMap((own) => own.slice(Math.floor(own.length / size) * size));
  const model = createModel(foldSettings(log, undone).weights);
  const columns = readColumns(segments, packTail(tail), undone, catalogue.currentId);
  const study = studyOf(answersOf(columns, model), cardListOf(catalogue));
  const { scope, kinds, ...others } = question;
  const chosen = chosenCards({ scope, kinds }, catalogue);
  return statisticsOf(study, { ...others, chosen }, model, onPart);
}

/** Two devices' histories, then actions taken back, clones and imports. */
const mishaps = fc.record({
  undone: fc.array(fc.nat(30), { maxLength: 3 }),
  cloned: fc.array(fc.nat(30), { maxLength: 3 }),
  imported: fc.array(fc.nat(30), { maxLength: 3 }),
});

export const anyLog: fc.Arbitrary<readonly LogEvent[]> = fc
  .record({ one: commandsWithWeights(24), other: commandsWithWeights(8), mishaps })
  .map(({ one, other, mishaps: { undone, cloned, imported } }) => {
    const first = new Pen('d');
    const logs = [[...play(one, first).log], play(other, new Pen('e')).log];
    const written = logs.flat();
    const at = (i: number) => written[i % written.length];
    const last = written.at(-1);
    if (!last) return [];
    for (const i of undone) {
      const { at: instant, offset, day } = last;
      first.write([{ type: 'undone', names: `d:${i}`, at: instant, offset, day }]);
    }
    let seq = 0;
    const copies = cloned.flatMap((i): LogEvent[] => {
      const event = at(i);
      if (!event) return [];
      seq += 1;
      return [{ ...event, device: 'f', seq, action: `f:${seq}`, origin: identityOf(event) }];
    });
    seq = 0;
    const imports = imported.flatMap((i): LogEvent[] => {
      const event = at(i);
      if (!event || !isAnswer(event)) return [];
      seq += 1;
      const { ms: _ms, predicted: _predicted, ...rest } = event;
      const origin = `anki:1:${i % 2}`;
      return [{ ...rest, device: 'i', seq, action: `i:${seq}`, origin }];
    });
    return [...logs.flat(), ...first.log.slice(logs[0]?.length), ...copies, ...imports];
  });
