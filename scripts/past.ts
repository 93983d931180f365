/** Gives a page of the app the months of a simulated learner, for its pictures. */
import type { Page } from '@playwright/test';
import { createModel } from '../src/domain/memory.ts';
import { Pen } from '../tests/builders.ts';
import { pastOfLearner } from '../tests/e2e/learnerPast.ts';
import { profileIn, readDump, writeRaw } from '../tests/e2e/study.ts';
import { TRUE_WEIGHTS } from '../tests/fixtures/optimiser.ts';

/** @param now ms; the last study day of the past is the one before */
export async function writePast(page: Page, now: number): Promise<void> {
  const learner = {
    seed: 'pictures',
    cards: 420,
    days: 260,
    perDay: 4,
    truth: createModel(TRUE_WEIGHTS),
    belief: createModel(),
  };
  const profile = profileIn(await readDump(page));
  const pen = new Pen(profile.device, profile.order);
  const events = pastOfLearner(learner, now).flatMap((drafts) => pen.write(drafts));
  const written = { ...profile, seq: pen.log.length, order: pen.order, writes: profile.writes + 1 };
  const rows = events.map((event) => ['events', event] as const);
  await writeRaw(page, [...rows, ['meta', written]], [['meta', 'cache']]);
}
