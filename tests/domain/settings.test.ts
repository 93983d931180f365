/** Settings of scheduling: what each may be, and which of them stand. */
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../src/domain/event.ts';
import { DEFAULT_WEIGHTS } from '../../src/domain/memory.ts';
import {
  acceptsSetting,
  DEFAULT_SETTINGS,
  desiredRetentionOf,
  foldSettings,
} from '../../src/domain/settings.ts';

describe('a setting', () => {
  it.each<[key: string, right: unknown[], wrong: unknown[]]>([
    ['desiredRetention', [0.7, 0.9, 0.97], [0.69, 0.98, '0.9', NaN, null]],
    ['desiredRetention/talk', [0.7, 0.97], [0.5, 1, {}]],
    ['newFrom/talk', [true, false], [1, 'no', null]],
    ['newPerDay', [0, 9999], [-1, 10_000, 1.5, Infinity]],
    ['reviewsPerDay', [0, 200, 9999], [-1, 10_000]],
    ['learningSteps', [[], [0.1], [1, 10], [1439]], [[0], [1440], [1, '2'], 10, Array(9).fill(1)]],
    ['relearningSteps', [[], [10]], [[1440], [NaN]]],
    ['maximumInterval', [1, 36_500], [0, 36_501, 1.5]],
    ['balanceLoad', [true, false], [1, 'yes']],
    ['easyDays', [DEFAULT_SETTINGS.easyDays], [['normal'], Array(7).fill('none')]],
    ['newOrder', ['deck', 'shuffled'], ['random']],
    ['reviewOrder', ['overdueness', 'due-day'], ['due']],
    ['mix', ['mixed', 'new-first', 'new-last'], ['both']],
    ['rollover', [0, 4, 6], [-1, 7, 3.5]],
    ['learnAhead', [0, 1439], [1440, -1]],
    ['weights', [DEFAULT_WEIGHTS], [DEFAULT_WEIGHTS.slice(1), Array(21).fill(NaN)]],
    ['extraNew', [null, { day: 3, cards: 5 }], [{ day: 3 }, { day: 1.5, cards: 1 }, 5]],
    ['catchUp', [null, { perDay: 40, until: 9 }], [{ perDay: 0, until: 9 }, {}]],
    ['theme', [], ['dark']],
    ['toString', [], [1]],
  ])('%s keeps to its bounds', (key, right, wrong) => {
    for (const value of right) expect([value, acceptsSetting(key, value)]).toEqual([value, true]);
    for (const value of wrong) expect([value, acceptsSetting(key, value)]).toEqual([value, false]);
  });
});

let seq = 0;
const set = (key: string, value: unknown, order: number): LogEvent => {
  seq += 1;
  const id = { device: 'd', seq, action: `d:${seq}` };
  return { ...id, type: 'set', key, value, at: order, order, offset: 0, day: 0 };
};

describe('the settings that stand', () => {
  it('are of each key the last in replay order, whatever order they are read in', () => {
    const early = set('newPerDay', 5, 1);
    const late = set('newPerDay', 7, 2);
    expect(foldSettings([late, early], new Set()).newPerDay).toBe(7);
    expect(foldSettings([early, late], new Set([late.action])).newPerDay).toBe(5);
    expect(foldSettings([], new Set())).toEqual(DEFAULT_SETTINGS);
  });

  it('are not moved by a value out of bounds or a key unheard of', () => {
    const events = [set('rollover', 3, 1), set('rollover', 9, 2), set('colour', 'red', 3)];
    const settings = foldSettings(events, new Set());
    expect(settings.rollover).toBe(3);
    expect(settings).not.toHaveProperty('colour');
  });

  it('hold for a deck what was chosen for it, and for others what holds for all', () => {
    const events = [set('desiredRetention', 0.85, 1), set('desiredRetention/talk', 0.95, 2)];
    const settings = foldSettings(events, new Set());
    expect(desiredRetentionOf(settings, 'talk')).toBe(0.95);
    expect(desiredRetentionOf(settings, 'more')).toBe(0.85);
  });

  it('name the decks whose new cards are not wanted, until they are again', () => {
    const events = [set('newFrom/talk', false, 1), set('newFrom/more', false, 2)];
    expect(foldSettings(events, new Set()).decksWithoutNew).toEqual(['more', 'talk']);
    const again = [...events, set('newFrom/more', true, 3)];
    expect(foldSettings(again, new Set()).decksWithoutNew).toEqual(['talk']);
  });

  it('know no deck by the names every object has', () => {
    for (const name of ['constructor', 'toString']) {
      expect(desiredRetentionOf(DEFAULT_SETTINGS, name)).toBe(0.9);
    }
  });
});
