import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { BOM, type Column, csv, csvLine, guarded, unguarded } from '../../../utils/report/csv';

/** More cells for a long run: `CSV_CELLS=1000000 npx vitest run --project unit tests/unit/report/csv`. */
const CELLS = Number(process.env.CSV_CELLS ?? 100_000);
const WIDTH = 10;

const HOSTILE = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  '""',
  ',',
  "'",
  ' ',
  '　',
  '\uFEFF',
  '\u200B',
  '\0',
  ';',
  '|',
];
const hostileText = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE, 'cmd|calc!A1', '政府', '1', 'HYPERLINK("x")', '😀'), fc.string()),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** What spreadsheets take for a formula, written apart from the code under test. */
function isLive(cell: string): boolean {
  return '=+-@＝＋－＠\t\r\n'.includes(cell[0] ?? ' ') || '=+-@＝＋－＠'.includes(cell.trim()[0] ?? ' ');
}

describe('csv', () => {
  it(`is read back equal by another parser, without a live formula, over ${CELLS} cells`, {
    timeout: 30_000 + CELLS / 5,
  }, () => {
    const row = fc.array(hostileText, { minLength: WIDTH, maxLength: WIDTH });
    let live = 0;
    let broken = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 10, maxLength: 10 }), (rows) => {
        const read = Papa.parse<string[]>(rows.map(csvLine).join(''), {
          newline: '\r\n',
          skipEmptyLines: false,
        }).data;
        expect(read.pop()).toEqual(['']);
        expect(read.map((cells) => cells.map(unguarded))).toEqual(rows);
        for (const cells of read) {
          if (cells.length !== WIDTH) broken++;
          live += cells.filter(isLive).length;
        }
      }),
      { numRuns: Math.ceil(CELLS / WIDTH / 10) },
    );
    expect({ live, broken }).toEqual({ live: 0, broken: 0 });
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\uFEFF=1',
    "'=1",
  ])('marks %j as text', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each(['2024-04-18', '政府=人民', "'quoted'", '', ' a'])('leaves %j alone', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('starts with a BOM and the header, quotes everything, ends lines with CRLF, masks cell by cell', async () => {
    const columns: Column<string>[] = [
      { key: 'n', header: { key: 'head.n' }, value: (_, index) => index + 1 },
      { key: 'phone', header: { key: 'head.phone' }, value: (row) => row },
      { key: 'state', header: { key: 'head.state' }, value: (row) => (row === 'b' ? null : { key: 'said' }) },
    ];
    const options = {
      words: (sentence: { key: string }) => `<${sentence.key}>`,
      mask: (text: string, column: string) => (column === 'phone' ? '***' : text),
    };
    let text = '';
    for await (const piece of csv(columns, [['a'], ['b']], options)) text += piece;
    expect(text).toBe(
      `${BOM}"<head.n>","<head.phone>","<head.state>"\r\n"1","***","<said>"\r\n"2","***",""\r\n`,
    );
  });
});
