/**
 * A table as comma-separated values other programs can read. Format: RFC 4180, in UTF-8 with a byte
 * order mark, without which spreadsheets take Chinese for something else.
 */

export type CsvCell = string | number;

/**
 * Signs at the start of a cell that make a spreadsheet take it for a formula, in half and full width.
 * Source: OWASP, "CSV Injection".
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Words that would be taken for a formula get an apostrophe in front; numbers are left as they are, so
 * that they can be reckoned with.
 */
function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a file with these rows, the first of them its heads. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}
