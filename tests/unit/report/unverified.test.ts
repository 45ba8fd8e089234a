import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { defaultRequirements } from '../../../utils/campaign/campaign';
import { boardOf } from '../../../utils/campaign/progress/board';
import { makeEntry } from '../../../utils/findings/entry';
import type { Finding } from '../../../utils/findings/finding';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { viewOf } from '../../../utils/findings/view';
import { defaultPack } from '../../../utils/indicators/packs';
import { LEDGER } from '../../../utils/report/columns';
import { csv } from '../../../utils/report/csv';
import { findingsJson } from '../../../utils/report/json';
import { mergedColumns, targetsOf } from '../../../utils/report/merged';
import { markedColumns, unverifiedBy } from '../../../utils/report/unverified';
import { campaignWorkbook } from '../../../utils/report/workbook';
import type { Sentence } from '../../../utils/words';
import { writeXlsx } from '../../lib/xlsx';
import { anItem, aRecord } from '../campaign/items';

const words = ({ key, args = [] }: Sentence) =>
  key === 'ledger.unverified' ? `${args[0]}（数值待核实）` : [key.split('.').at(-1), ...args].join(' ');
const unverified = unverifiedBy(() => defaultPack);

function finding(indicator: string, id: string, item = ''): Finding {
  const hlc = tick(null, Date.UTC(2024, 3, 18), 'd');
  const fields = {
    url: 'http://x.gov.cn/',
    site: '甲',
    description: `依据${indicator}`,
    status: 'confirmed',
    indicator,
    item,
  };
  return viewOf(fold([makeEntry({ finding: id, author: '王', device: 'd', hlc, fields, prev: {} })])!);
}

/** The pack confirms 首页两周 (V3) and not the points of 政策文件 (D1-policy). */
const findings = [finding('V3', 'f:1'), finding('D1-policy', 'f:2'), finding('', 'f:3')];

async function sheetsOf(book: Blob) {
  return (await readXlsx(Buffer.from(await book.arrayBuffer()))) as unknown as {
    sheet: string;
    data: unknown[][];
  }[];
}

describe('what rests on unverified numbers', () => {
  const columns = markedColumns(LEDGER, unverified, words);
  const at = LEDGER.findIndex(({ key }) => key === 'indicator');

  it('is marked in the indicator cell of the CSV and the XLSX, with the same columns', async () => {
    expect(columns.map(({ key }) => key)).toEqual(LEDGER.map(({ key }) => key));
    let text = '';
    for await (const piece of csv(columns, [findings], { words })) text += piece;
    expect(text).toContain('"D1-policy（数值待核实）"');
    expect(text).toContain('"V3"');
    const [ledger] = await sheetsOf(await writeXlsx(findings, { words, columns }));
    expect(ledger!.data.slice(1).map((row) => row[at])).toEqual(['V3', 'D1-policy（数值待核实）', null]);
  });

  it('is marked in the next best cell when a template leaves the indicator out', () => {
    const [only] = markedColumns([LEDGER.find(({ key }) => key === 'description')!], unverified, words);
    expect(findings.map((one) => only!.value(one, 0))).toEqual([
      '依据V3',
      '依据D1-policy（数值待核实）',
      '依据',
    ]);
  });

  it('is marked problem by problem in the merged table, and as a member in JSON', () => {
    const problems = mergedColumns(words, unverified).find(({ key }) => key === 'problems')!;
    expect(problems.value(targetsOf(findings)[0]!, 0)).toBe(
      '1.依据V3；2.依据D1-policy（数值待核实）；3.依据',
    );
    const read = JSON.parse([...findingsJson([findings], '', unverified)].join(''));
    expect(read.findings.map((one: { unverified: boolean }) => one.unverified)).toEqual([false, true, false]);
  });
});

describe("the campaign's workbook", () => {
  it('has the indicators with hits, limit, confirmation and source, and marks the findings', async () => {
    const item = anItem();
    const record = aRecord({ item });
    const found = [
      ...[1, 2, 3, 4].map((index) => finding('V4c', `f:c${index}`, item.id)),
      finding('D1-policy', 'f:d', item.id),
    ];
    const board = boardOf([record], found, defaultRequirements, '2024-04-18');
    const sheets = await sheetsOf(await campaignWorkbook(board, found, defaultPack, { words }));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['summary', 'board', 'indicators', 'findings']);
    const [header, ...rows] = sheets[2]!.data.map((row) => row.map(String));
    const named = rows.map((row) => Object.fromEntries(header!.map((key, index) => [key, row[index]])));
    const { V4c, 'D1-policy': policy } = defaultPack.indicators;
    expect(named).toMatchObject([
      { indicator: 'D1-policy', hits: '1', result: `scored 1 ${policy!.points}`, verified: 'unverified' },
      { indicator: 'V4c', hits: '4', limit: '5', result: 'count 4 5 1', verified: 'verified' },
    ]);
    expect(named[0]!.sources).toContain(policy!.source);
    expect(named[1]!.sources).toContain(V4c!.source);
    expect(sheets[3]!.data.flat().filter((cell) => String(cell).includes('数值待核实'))).toEqual([
      'D1-policy（数值待核实）',
    ]);
  });
});
