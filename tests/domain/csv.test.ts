import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, type CsvCell } from '../../src/domain/csv.ts';

/** Reads it as RFC 4180 has it, letter by letter. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 1; i < text.length; i++) {
    const letter = text[i];
    if (isQuoted) {
      if (letter === '"' && text[i + 1] === '"') cell += text[(i += 1)];
      else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i += 1;
    } else cell += letter;
  }
  expect(isQuoted).toBe(false);
  return rows;
}

describe('a table as comma-separated values', () => {
  it('begins with a byte order mark and ends each row', () => {
    expect(
      csvText([
        ['日期', '次数'],
        ['11月24日', 42],
      ]),
    ).toBe('\uFEFF日期,次数\r\n11月24日,42\r\n');
  });

  it('quotes what would be taken for a border, and doubles quotes', () => {
    expect(csvText([['a,b', 'say "a"', 'two\nlines']])).toBe(
      '\uFEFF"a,b","say ""a""","two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])(
    'lets no words become a formula: %j',
    (words) => {
      expect(read(csvText([[words]]))).toEqual([[`'${words}`]]);
    },
  );

  it('leaves numbers as numbers, and what is none empty', () => {
    expect(csvText([[-3, 0.25, 1e6, Number.NaN]])).toBe('\uFEFF-3,0.25,1000000,\r\n');
  });

  it('reads back as it was written', () => {
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '史', '"', ',', '\n', '\r', '=', '-', ' ') }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
        const back = read(csvText(rows));
        const plain = rows.map((cells) => cells.map((one) => String(one)));
        expect(back.map((cells) => cells.map((one) => one.replace(/^'/, '')))).toEqual(
          plain.map((cells) => cells.map((one) => one.replace(/^'/, ''))),
        );
        const words = back.flat().filter((_, i) => typeof rows.flat()[i] === 'string');
        for (const one of words) expect(one).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
