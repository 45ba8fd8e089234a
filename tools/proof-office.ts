/**
 * `npm run -s proof:office -- [N]`: has LibreOffice open a CSV and an XLSX of N findings (500) full of hostile text, and counts
 * what it took for a formula and what it read back otherwise. LibreOffice (`soffice`) is looked for on the machine, never installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { writeXlsx } from '../tests/lib/xlsx';
import { makeEntry } from '../utils/findings/entry';
import { fold } from '../utils/findings/fold';
import { tick } from '../utils/findings/hlc';
import { viewOf } from '../utils/findings/view';
import { LEDGER } from '../utils/report/columns';
import { cellsOf, csv, unguarded } from '../utils/report/csv';

const count = Number(process.argv[2] ?? 500);
const FIELDS = ['pageTitle', 'quote', 'suggestion', 'note', 'unit', 'column', 'sentence', 'site'] as const;
const parts = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＠',
  '\t',
  '\n',
  '"',
  ',',
  "'",
  ';',
  '1+1',
  'SUM(A1)',
  'cmd|calc!A1',
  '政府',
  '😀',
  ' ',
  '2024-04-18',
  '001',
];
const hostile = fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((all) => all.join(''));
const texts = fc.sample(fc.tuple(...FIELDS.map(() => hostile)), { numRuns: count, seed: 7 });
const words = ({ key }: { key: string }) => key.split('.').at(-1)!;
const findings = texts.map((values, index) => {
  const url = `http://www.yunhe-demo.gov.cn/${index}.html`;
  const fields = { url, ...Object.fromEntries(FIELDS.map((field, at) => [field, values[at]!])) };
  const hlc = tick(null, Date.UTC(2024, 3, 18), 'd');
  return viewOf(
    fold([makeEntry({ finding: `f:${index}`, author: '王', device: 'd', hlc, fields, prev: {} })])!,
  );
});

const folder = mkdtempSync(join(tmpdir(), 'duwang-office-'));
const path = (name: string) => join(folder, name);
/** Converts a file as a person's LibreOffice opens and saves it; UTF-8, comma, every text cell quoted. */
function convert(name: string, filter: string, ...more: string[]): void {
  const profile = `-env:UserInstallation=file://${path('profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', ...more, '--convert-to', filter, '--outdir', path('out'), path(name)],
    {
      stdio: 'ignore',
    },
  );
}

try {
  let text = '';
  for await (const piece of csv(LEDGER, [findings], { words })) text += piece;
  writeFileSync(path('ledger.csv'), text);
  const book = await writeXlsx(findings, { words });
  writeFileSync(path('book.xlsx'), Buffer.from(await book.arrayBuffer()));
  const expected = findings.map((finding, index) => cellsOf(LEDGER, finding, index, { words }));
  const report: Record<string, unknown> = { findings: count, cells: count * LEDGER.length };
  for (const [name, asOpened] of [
    // Formulas are counted as a double click opens the file; texts are compared with quoted cells taken as texts.
    ['ledger.csv', '--infilter=CSV:44,34,76,1'],
    ['book.xlsx', ''],
  ] as const) {
    convert(name, 'fods', ...(asOpened ? [asOpened] : []));
    const stem = name.split('.')[0]!;
    const formulas = readFileSync(path(`out/${stem}.fods`), 'utf8').match(/table:formula=/g)?.length ?? 0;
    convert(
      name,
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true',
      ...(asOpened ? [`${asOpened},,0,true`] : []),
    );
    const rows = Papa.parse<string[]>(
      readFileSync(path(`out/${stem}.csv`), 'utf8')
        .replace(/^\uFEFF/, '')
        .trimEnd(),
    ).data.slice(1);
    let differing = 0;
    const examples: string[][] = [];
    for (const [row, cells] of expected.entries()) {
      for (const [at, cell] of cells.entries()) {
        const read = rows[row]?.[at] ?? '';
        const said = name.endsWith('csv') ? unguarded(read) : read;
        if (said === cell) continue;
        differing++;
        if (examples.length < 5) examples.push([LEDGER[at]!.key, cell, said]);
      }
    }
    report[name] = { formulas, rows: rows.length, differing, examples };
  }
  console.log(JSON.stringify(report, null, 1));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
