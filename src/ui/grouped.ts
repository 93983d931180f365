/** A number as it is read: 1,284. Both languages group by thousands. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
