import { describe, expect, it } from 'vitest';
import { LOCK_RULES } from '../../src/decks/issues.ts';
import { type Lock, checkLock, readLock, updateLock, writeLock } from '../../src/decks/lock.ts';
import { DECK, FIRST, type Files, GOOD, SECOND, compiled, edited } from './aDeck.ts';

const published = updateLock({}, [compiled()]);
const tried = new Set<string>();
const rulesOf = (lock: Lock, files: Files) => {
  const rules = [...new Set(checkLock(lock, [compiled(files)]).map(({ rule }) => rule))];
  for (const rule of rules) tried.add(rule);
  return rules;
};
const inFirst = (from: string, to: string): Files => ({
  ...GOOD,
  'first.yaml': edited(FIRST, from, to),
});
const inSecond = (from: string, to: string): Files => ({
  ...GOOD,
  'second.yaml': edited(SECOND, from, to),
});
const faults = (files: Files, lock = published) =>
  rulesOf(lock, files).filter((rule) => rule !== 'not-locked');
/** Publishes `files` on top of a lock, as `decks:lock` does. */
const publish = (files: Files, lock = published) => {
  expect(faults(files, lock)).toEqual([]);
  return updateLock(lock, [compiled(files)]);
};
const renamesAfter = (files: Files, lock: Lock) => compiled(files, lock).deck.renames;

const RENAMED = inSecond('id: cost.choice', 'id: cost.which\n        was: [cost.choice]');
const CHOICE_RETIRED = {
  ...inSecond('id: cost.choice', 'id: cost.which'),
  'deck.yaml': `${DECK}retired: [cost.choice]\n`,
};

describe('the lock', () => {
  it('is silent about what it holds, and wants what it does not', () => {
    expect(rulesOf(published, GOOD)).toEqual([]);
    expect(rulesOf({}, GOOD)).toEqual(['not-locked']);
    expect(
      rulesOf(published, inSecond('{ key: b,', '{ key: c, zh: 丙, en: C }\n          - { key: b,')),
    ).toContain('not-locked');
  });

  it('is canonical text that reads back the same', () => {
    const text = writeLock(published);
    expect(readLock(text, 'x')).toEqual(published);
    expect(writeLock(readLock(text, 'x') as Lock)).toBe(text);
    expect(text).toContain('\n      "cost.choice": {"kind": "choice", "parts": {"":"');
    expect(readLock(undefined, 'x')).toEqual({});
  });

  it('says when it cannot be read', () => {
    for (const text of ['{', '[]', '{"demo": {"notes": 1}}']) {
      expect(readLock(text, 'x')).toMatchObject([{ rule: 'bad-lock', file: 'x', line: 1 }]);
    }
    tried.add('bad-lock');
  });

  it('misses what has vanished, at its own line', () => {
    const files = inSecond('id: cost.choice', 'id: cost.which');
    expect(faults(files)).toEqual(['id-vanished']);
    const issue = checkLock(published, [compiled(files)]).find(
      ({ rule }) => rule === 'id-vanished',
    );
    const line = writeLock(published).split('\n')[(issue?.line ?? 0) - 1];
    expect(line).toContain('"cost.choice"');
    expect(checkLock(published, []).map(({ rule }) => rule)).toEqual(['deck-vanished']);
    tried.add('deck-vanished');
  });

  it('misses a vanished part', () => {
    expect(faults(cloze('mind'))).toEqual(['part-vanished']);
  });

  it('refuses another kind under the same id', () => {
    const contrast = edited(
      SECOND,
      '        kind: contrast\n        of: [cost, three-in-one]\n',
      '        kind: basic\n',
    );
    expect(faults({ ...GOOD, 'second.yaml': contrast })).toEqual(['kind-changed']);
  });

  it('refuses a changed answer until it is accepted as the same', () => {
    const files = inSecond('en: One is money.', 'en: One of them is money.');
    expect(faults(files)).toEqual(['answer-changed']);
    const accepted = updateLock(published, [compiled(files)], ['cost.contrast']);
    expect(rulesOf(accepted, files)).toEqual([]);
    expect(rulesOf(updateLock(published, [compiled(files)]), files)).toEqual(['answer-changed']);
  });

  it('does not mind another question, reason, or note moved to another concept', () => {
    expect(rulesOf(published, inSecond('en: Which one?', 'en: Which is it?'))).toEqual([]);
  });
});

describe('a rename', () => {
  it('carries the card over, for ever', () => {
    const lock = publish(RENAMED);
    expect(renamesAfter(RENAMED, lock)).toEqual({ 'demo/cost.choice': 'demo/cost.which' });
    const forgotten = inSecond('id: cost.choice', 'id: cost.which');
    expect(rulesOf(lock, forgotten)).toEqual([]);
    expect(renamesAfter(forgotten, lock)).toEqual({ 'demo/cost.choice': 'demo/cost.which' });
  });

  it('takes all steps at once', () => {
    const twice = inSecond('id: cost.choice', 'id: cost.that\n        was: [cost.which]');
    const lock = publish(twice, publish(RENAMED));
    expect(renamesAfter(twice, lock)).toEqual({
      'demo/cost.choice': 'demo/cost.that',
      'demo/cost.which': 'demo/cost.that',
    });
    expect(
      rulesOf(
        lock,
        inSecond('id: cost.choice', 'id: cost.that\n        was: [cost.which, cost.choice]'),
      ),
    ).toEqual([]);
  });

  it('carries every part of a note, and single parts', () => {
    const list = inFirst(
      'id: three-in-one.list',
      'id: three-in-one.row\n        was: [three-in-one.list]',
    );
    expect(renamesAfter(list, publish(list))).toMatchObject({
      'demo/three-in-one.list/all': 'demo/three-in-one.row/all',
      'demo/three-in-one.list/model': 'demo/three-in-one.row/model',
    });
    const part = cloze('mind', '        partsWere: { mind: [think] }\n');
    expect(renamesAfter(part, publish(part))).toEqual({
      'demo/three-in-one.parts/think': 'demo/three-in-one.parts/mind',
    });
  });

  it('may join two cards', () => {
    const joined = edited(
      SECOND,
      SECOND.slice(
        SECOND.indexOf('      - id: cost.contrast'),
        SECOND.indexOf('      - id: cost.any'),
      ),
      '',
    );
    const files = {
      ...GOOD,
      'second.yaml': edited(
        joined,
        'id: cost.choice',
        'id: cost.one\n        was: [cost.choice, cost.contrast]',
      ),
    };
    expect(renamesAfter(files, publish(files))).toEqual({
      'demo/cost.choice': 'demo/cost.one',
      'demo/cost.contrast': 'demo/cost.one',
    });
    const part = cloze('think', '        partsWere: { think: [cost.contrast] }\n');
    const both = { ...part, 'second.yaml': joined };
    expect(renamesAfter(both, publish(both))).toEqual({
      'demo/cost.contrast': 'demo/three-in-one.parts/think',
    });
  });

  it('lets a basic note become a reversed one under a new id', () => {
    const grown = inFirst(
      'id: three-in-one.what\n        kind: basic',
      'id: three-in-one.both\n        was: [three-in-one.what]\n        kind: reversed\n        back: { ask: { zh: 问, en: Q }, answer: { zh: 答, en: A } }',
    );
    expect(renamesAfter(grown, publish(grown))).toEqual({
      'demo/three-in-one.what': 'demo/three-in-one.both/there',
    });
  });

  it('must name what was published, is gone, and has one heir', () => {
    expect(
      faults(inSecond('id: cost.choice', 'id: cost.choice\n        was: [cost.chioce]')),
    ).toEqual(['was-unknown']);
    expect(
      faults(inSecond('id: cost.choice', 'id: cost.choice\n        was: [cost.contrast]')),
    ).toEqual(['was-alive']);
    const unclear = inFirst('kind: cloze', 'kind: cloze\n        partsWere: { nothing: [think] }');
    expect(faults(unclear)).toEqual(['was-unclear']);
    const moved = edited(
      RENAMED['second.yaml'] ?? '',
      'id: cost.contrast',
      'id: cost.contrast\n        was: [cost.choice]',
    );
    expect(faults({ ...GOOD, 'second.yaml': moved })).toEqual(['was-moved']);
  });

  it('cannot be turned back or run in a circle', () => {
    const lock = publish(RENAMED);
    const back = inSecond('id: cost.choice', 'id: cost.choice\n        was: [cost.which]');
    expect(faults(back, lock)).toEqual(['alias-cycle', 'id-revived']);
    expect(faults(GOOD, lock)).toEqual(['id-vanished', 'id-revived']);
  });
});

describe('what is retired', () => {
  it('stays retired', () => {
    const lock = publish(CHOICE_RETIRED);
    expect(rulesOf(lock, inSecond('id: cost.choice', 'id: cost.which'))).toEqual([]);
    expect(faults(GOOD, lock)).toEqual(['id-vanished', 'id-revived']);
  });

  it('may be a part, and must have been published', () => {
    const part = { ...cloze('mind'), 'deck.yaml': `${DECK}retired: [three-in-one.parts/think]\n` };
    expect(rulesOf(publish(part), part)).toEqual([]);
    expect(faults({ ...GOOD, 'deck.yaml': `${DECK}retired: [nothing]\n` })).toEqual([
      'was-unknown',
    ]);
  });
});

describe('the rules of the lock', () => {
  it('were all broken above', () => {
    expect(Object.keys(LOCK_RULES).filter((rule) => !tried.has(rule))).toEqual([]);
  });
});

/** The fixture with the cloze's second key renamed in both languages. */
function cloze(key: string, more = ''): Files {
  const zh = edited(FIRST, '{{think::思考', `{{${key}::思考`);
  const en = edited(zh, '{{think::think', `{{${key}::think`);
  return {
    ...GOOD,
    'first.yaml': edited(en, '        kind: cloze\n', `        kind: cloze\n${more}`),
  };
}
