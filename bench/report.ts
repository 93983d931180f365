/** What was measured, as a table and as a file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

export interface Result {
  /** Of which number. */
  readonly of: string;
  readonly what: string;
  /** The app's and the bare one's, in `unit`; null where there is nothing to hold it against. */
  readonly ours: number;
  readonly bare: number | null;
  readonly unit: string;
  /** In words; null for what is only told beside. */
  readonly target: string | null;
  readonly ok: boolean;
  /** By how much it missed, or what else is to be known. */
  readonly note?: string;
}

/** At most `times` the bare one, or `slack` more than it. */
export function atMost(
  of: string,
  what: string,
  [ours, bare]: readonly [number, number],
  times: number,
  { unit = 'ms', slack = 0, note }: { unit?: string; slack?: number; note?: string } = {},
): Result {
  const target = slack > 0 ? `≤ ${times} × or + ${slack} ${unit}` : `≤ ${times} ×`;
  const ok = ours <= bare * times || (slack > 0 && ours <= bare + slack);
  return { of, what, ours, bare, unit, target, ok, ...(note === undefined ? {} : { note }) };
}

/** At most a fixed amount. */
export function within(
  of: string,
  what: string,
  ours: number,
  most: number,
  unit: string,
  note?: string,
): Result {
  const target = `≤ ${most} ${unit}`.trim();
  const ok = ours <= most;
  return { of, what, ours, bare: null, unit, target, ok, ...(note === undefined ? {} : { note }) };
}

/** Told beside, with no target. */
export function beside(
  of: string,
  what: string,
  ours: number,
  bare: number | null,
  unit = 'ms',
): Result {
  return { of, what, ours, bare, unit, target: null, ok: true };
}

const amount = (value: number | null, unit: string) => {
  if (value === null) return '';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(Number.isInteger(value) ? 0 : digits)} ${unit}`.trim();
};

function cells({ of, what, ours, bare, unit, target, ok }: Result): string[] {
  const ratio = bare === null || bare === 0 ? '' : `${(ours / bare).toFixed(2)} ×`;
  const verdict = target === null ? '' : ok ? 'ok' : 'MISSED';
  return [of, what, amount(ours, unit), amount(bare, unit), ratio, target ?? '', verdict];
}

const HEAD = ['number', 'what', 'ours', 'bare', 'ratio', 'target', ''];

/** A Markdown table, its columns set straight. */
export function table(results: readonly Result[]): string {
  const rows = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(3, ...rows.map((row) => [...(row[i] ?? '')].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
}

/** What missed, by how much, and what else was said. */
export function remarks(results: readonly Result[]): string[] {
  return results.flatMap(({ of, what, ours, bare, unit, target, ok, note }) => {
    if (ok && note === undefined) return [];
    const miss = ok
      ? ''
      : ` missed ${target}${bare === null ? ` (${amount(ours, unit)})` : ` (it is ${(ours / bare).toFixed(2)} ×)`}.`;
    return [`- ${of}, ${what}:${miss}${note === undefined ? '' : ` ${note}`}`];
  });
}

/** The machine in general words. */
export function machine(browser: string): string {
  const load = loadavg()[0] ?? 0;
  return `${cpus().length} cores, ${process.platform}, Node ${process.version}, ${browser}; load ${load.toFixed(1)} when it began`;
}

export function writeResults(
  folder: string,
  about: { readonly machine: string; readonly quick: boolean },
  results: readonly Result[],
): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'latest.json');
  const text = JSON.stringify({ ...about, at: new Date().toISOString(), results }, null, 2);
  writeFileSync(file, `${text}\n`);
}
