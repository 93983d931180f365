/** Marking a typed answer: what may differ without being wrong, and where it differs. */

/**
 * The answer as it is compared: full and half width, case, punctuation and spaces folded. NFKC makes
 * full-width letters, digits and punctuation half-width. What carries meaning stays: symbols, `#` and
 * `%`, and a point or minus next to a digit.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/((?<=\d)\.(?=\d)|(?<![\p{L}\p{N}])-(?=\d)|[#%])|[\p{P}\p{Z}\p{C}]/gu, '$1');
}

/** Whether what was typed is the answer, apart from width, case, punctuation and spaces. */
export function isTypedRight(typed: string, answer: string): boolean {
  const given = folded(typed);
  return given !== '' && given === folded(answer);
}

/** A stretch of the answer, the same in both, missing from what was typed, or typed too much. */
export interface Stretch {
  readonly is: 'same' | 'missing' | 'extra';
  readonly text: string;
}

function longestCommon(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        a[i] === b[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Longest text compared letter by letter; beyond it the whole is shown as wrong. */
const LONGEST = 400;

/** What was typed against the answer, letter by letter: the least change from one to the other. */
export function typedDiff(typed: string, answer: string): Stretch[] {
  const given = [...typed.normalize('NFKC').trim()];
  const right = [...answer.normalize('NFKC').trim()];
  if (given.length > LONGEST || right.length > LONGEST) {
    return [
      { is: 'extra', text: typed },
      { is: 'missing', text: answer },
    ];
  }
  const same = (x: string | undefined, y: string | undefined) =>
    x?.toLowerCase() === y?.toLowerCase();
  const table = longestCommon(
    given.map((letter) => letter.toLowerCase()),
    right.map((letter) => letter.toLowerCase()),
  );
  const stretches: { is: Stretch['is']; text: string }[] = [];
  const add = (is: Stretch['is'], letter: string) => {
    const last = stretches.at(-1);
    if (last?.is === is) last.text += letter;
    else stretches.push({ is, text: letter });
  };
  let i = 0;
  let j = 0;
  while (i < given.length || j < right.length) {
    const typedLetter = given[i];
    const rightLetter = right[j];
    if (typedLetter !== undefined && rightLetter !== undefined && same(typedLetter, rightLetter)) {
      add('same', rightLetter);
      i += 1;
      j += 1;
    } else if (
      rightLetter === undefined ||
      (typedLetter !== undefined && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      add('extra', typedLetter ?? '');
      i += 1;
    } else {
      add('missing', rightLetter);
      j += 1;
    }
  }
  return stretches;
}
