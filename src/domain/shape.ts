/** What a value must look like that anybody may have written: small checks, put together. */

export type Fields = Readonly<Record<string, unknown>>;
export type Check = (value: unknown) => boolean;

/** The last instant (ms) a Date can hold. */
const LAST_INSTANT = 8.64e15;
const FARTHEST_DAY = 1e8;
/** Of an id or a name, in UTF-16 units. */
const LONGEST_NAME = 1000;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isString: Check = (value) => typeof value === 'string';
/** An id or a name: not empty, not long. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;

export const within =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high;
export const whole =
  (low: number, high: number): Check =>
  (value) =>
    Number.isInteger(value) && within(low, high)(value);
/** ms */
export const isInstant = within(-LAST_INSTANT, LAST_INSTANT);
export const isDay = whole(-FARTHEST_DAY, FARTHEST_DAY);

export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);
export const optional =
  (accepts: Check): Check =>
  (value) =>
    value === undefined || accepts(value);
export const listOf =
  (accepts: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(accepts);

/** An object whose fields pass; those not named may be anything. */
export function shapeOf(fields: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(fields);
  return (value) => isObject(value) && checks.every(([key, accepts]) => accepts(value[key]));
}

const ids = optional(listOf(isText));

/** A `Scope`. */
export const isScope = shapeOf({ decks: ids, chapters: ids, concepts: ids });
