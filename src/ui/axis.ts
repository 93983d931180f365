/** The numbers an axis names. */

/** Steps that are easy to count in: 1, 2, 5, 10, 20, 50 … */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((size) => size * power >= least * (1 - 1e-9)) ?? 10);
}

/**
 * The numbers named on an axis from 0 that reaches `most`: 0, at most `steps` more, the last of them
 * `most` or a little above. An axis for nothing reaches 1.
 * @param most 0 or more
 * @param isWhole whether parts of one mean nothing
 */
export function ticksTo(most: number, steps: number, isWhole: boolean): number[] {
  const reach = Number.isFinite(most) && most > 0 ? most : 1;
  const step = Math.max(niceStep(reach / steps), isWhole ? 1 : 0);
  const count = Math.max(1, Math.ceil(reach / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/**
 * Places of the labels that have room beside each other: every second, third … one, so that they stand at
 * even distances; the last always, and the first too where that takes hardly fewer.
 * @param widthOf a label's width, and `pitch` the distance of two, in the same unit
 */
export function spacedLabels(
  labels: readonly string[],
  widthOf: (label: string) => number,
  pitch: number,
  gap: number,
): number[] {
  const widest = Math.max(0, ...labels.map((label) => widthOf(label)));
  const least = Math.max(1, Math.ceil((widest + gap) / Math.max(pitch, 1e-9)));
  const last = labels.length - 1;
  const even = Array.from({ length: least }, (_, i) => least + i).find((step) => last % step === 0);
  const every = even ?? least;
  return labels.flatMap((label, place) =>
    label !== '' && (last - place) % every === 0 ? [place] : [],
  );
}
