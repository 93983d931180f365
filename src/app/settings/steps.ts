/** Learning steps as a person writes them: `1m 10m`, `1分钟、2小时`. */

export type StepProblem =
  | { readonly is: 'unread'; readonly part: string }
  | { readonly is: 'day' | 'short' | 'order' | 'many' };

const MINUTES: Readonly<Record<string, number>> = {
  s: 1 / 60,
  sec: 1 / 60,
  秒: 1 / 60,
  '': 1,
  m: 1,
  min: 1,
  分: 1,
  分钟: 1,
  h: 60,
  小时: 60,
  时: 60,
  d: 1440,
  天: 1440,
  日: 1440,
};

const DAY = 1440;
const SHORTEST = 0.1;
const MOST = 8;
const STEP = /^(\d+(?:\.\d+)?)\s*([a-z]+|[一-龥]+)?[\s,;，、；。]*/i;

/** Minutes, or the first thing that is wrong. A number alone is minutes. */
export function parseSteps(text: string): readonly number[] | StepProblem {
  const steps: number[] = [];
  let rest = text.normalize('NFKC').trim();
  while (rest !== '') {
    const found = STEP.exec(rest);
    const unit = MINUTES[found?.[2]?.toLowerCase() ?? ''];
    if (!found || unit === undefined) return { is: 'unread', part: found?.[0].trim() ?? rest };
    steps.push(Math.round(Number(found[1]) * unit * 1000) / 1000);
    rest = rest.slice(found[0].length);
  }
  if (steps.some((step) => step >= DAY)) return { is: 'day' };
  if (steps.some((step) => step < SHORTEST)) return { is: 'short' };
  if (steps.some((step, i) => i > 0 && step <= (steps[i - 1] ?? 0))) return { is: 'order' };
  return steps.length > MOST ? { is: 'many' } : steps;
}
