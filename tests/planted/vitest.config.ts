/** A run of the properties with one defect planted in the source, or with none. */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { DEFECTS, planted } from './defects.ts';

const root = join(import.meta.dirname, '..', '..');
const which = process.env['FANSHI_DEFECT'] ?? '';
const defect = DEFECTS[which];
if (which !== '' && !defect) throw new Error(`No such defect: ${which}`);

function plantDefect(): Plugin {
  const file = defect ? join(root, 'src', defect.file) : null;
  return {
    name: 'plant-defect',
    enforce: 'pre',
    transform(source, id) {
      return defect && id.split('?')[0] === file ? planted(defect, source) : null;
    },
  };
}

const files = (defect ? [defect] : Object.values(DEFECTS)).map(({ caughtBy }) => caughtBy[0]);

export default defineConfig({
  root,
  plugins: [plantDefect()],
  test: {
    environment: 'node',
    include: [...new Set(files)].map((file) => `tests/${file}`),
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
