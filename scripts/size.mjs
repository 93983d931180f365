/** The size budget: what a first visit must load before it can show the first chapter's cards. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { ROOT } from './node.mjs';

const BUDGET = 170 * 1024;
const DIST = join(ROOT, 'dist');

const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));

/** Keys of the manifest's chunks that `key` imports statically, itself included. */
function reached(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reached(next, seen);
  return seen;
}

/** First chapter of the first deck that has one, as `<deck>/<chapter>`, or null. */
function firstChapter() {
  const decks = join(ROOT, 'decks');
  if (!existsSync(decks)) return null;
  for (const folder of readdirSync(decks).toSorted()) {
    const file = join(decks, folder, 'deck.yaml');
    if (!existsSync(file)) continue;
    const chapter = parse(readFileSync(file, 'utf8')).chapters?.[0];
    if (chapter) return { deck: folder, chapter: String(chapter.chapter ?? chapter) };
  }
  return null;
}

function textChunk({ deck, chapter }) {
  const name = chapter.replace(/\.yaml$/, '');
  const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
  return (
    dynamic.find((key) => key.includes(deck) && key.includes(name)) ??
    dynamic.find((key) => key.includes(name) || manifest[key].name?.includes(name))
  );
}

const parts = reached('index.html');
const first = firstChapter();
const text = first === null ? undefined : textChunk(first);
if (text !== undefined) reached(text, parts);

let total = 0;
for (const key of parts) {
  const { file } = manifest[key];
  const size = gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
  total += size;
  console.log(
    `${(size / 1024).toFixed(1).padStart(7)} KiB  ${file}${key === text ? '  (first chapter)' : ''}`,
  );
}
console.log(`${(total / 1024).toFixed(1).padStart(7)} KiB  in all, of ${BUDGET / 1024} KiB (gzip)`);
if (first !== null && text === undefined) {
  console.error(
    `No chunk holds the text of ${first.deck}/${first.chapter}: is it not loaded lazily?`,
  );
  process.exitCode = 1;
}
if (total > BUDGET) {
  console.error(`That is ${total - BUDGET} bytes over the budget.`);
  process.exitCode = 1;
}
