import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import type { Json } from '../../../utils/findings/json';
import { viewOf } from '../../../utils/findings/view';
import { LEDGER } from '../../../utils/report/columns';
import { csv } from '../../../utils/report/csv';
import { mergedColumns, targetsOf } from '../../../utils/report/merged';
import { tooManyForXlsx } from '../../../utils/report/xlsx';
import { writeXlsx } from '../../lib/xlsx';

const words = ({ key }: { key: string }) => key.split('.').at(-1)!;

function finding(fields: Record<string, Json>) {
  const hlc = tick(null, Date.UTC(2024, 3, 18), 'd');
  return viewOf(
    fold([makeEntry({ finding: `f:${fields.url}`, author: '王', device: 'd', hlc, fields, prev: {} })])!,
  );
}

describe('the Excel file', () => {
  const rows = [
    finding({
      url: 'http://x.gov.cn/a?b=1&c="2"',
      pageTitle: '=1+1',
      siteCode: '3301000012345678901',
      daysSince: 15,
      note: '换\n行 😀 \u0001',
    }),
    finding({ url: 'javascript:alert(1)', pageTitle: '<b>&', site: 'x'.repeat(40_000) }),
  ];

  it('keeps texts as texts and numbers as numbers', async () => {
    const blob = await writeXlsx(rows, { words });
    const [{ data }] = (await readXlsx(Buffer.from(await blob.arrayBuffer()))) as unknown as [
      { data: unknown[][] },
    ];
    const named = (row: number) =>
      Object.fromEntries(LEDGER.map((column, index) => [column.key, data[row]![index]]));
    expect(data[0]).toEqual(LEDGER.map((column) => words(column.header)));
    expect(named(1)).toMatchObject({
      number: 1,
      pageTitle: '=1+1',
      siteCode: '3301000012345678901',
      daysSince: 15,
    });
    expect(named(2)).toMatchObject({ number: 2, pageTitle: '<b>&', url: 'javascript:alert(1)' });
    expect(String(named(2).site).length).toBe(32_767);
  });

  it('has filters, a frozen header, links to web pages only, thumbnails and no formula, in the order of the schema', async () => {
    const shot = { time: '', screenshot: 'a'.repeat(64), type: 'image/jpeg' };
    const withShot = finding({ url: 'http://y.gov.cn/', 'evidence/1': shot });
    const thumbnail = async () => ({
      content: new Blob(['jpeg'], { type: 'image/jpeg' }),
      width: 160,
      height: 90,
    });
    const blob = await writeXlsx([...rows, withShot], { words, thumbnail });
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    const links = strFromU8(files['xl/worksheets/_rels/sheet1.xml.rels']!);
    expect(sheet).toContain('<autoFilter ref="A1:AD4"/>');
    expect(strFromU8(files['xl/workbook.xml']!)).toContain('hidden="1">\'sheet\'!$A$1:$AD$4</definedName>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet.match(/<hyperlink /g)).toHaveLength(2);
    expect(links).toContain('Target="http://x.gov.cn/a?b=1&amp;c=&quot;2&quot;"');
    expect(links).not.toContain('javascript');
    expect(Object.keys(files).filter((path) => path.startsWith('xl/media/'))).toHaveLength(1);
    const order = ['<sheetViews', '<cols', '<sheetData', '<autoFilter', '<hyperlinks', '<drawing'];
    const places = order.map((part) => sheet.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });
});

describe('the merged table', () => {
  it('has one line per site or account, its problems joined', async () => {
    const findings = [
      finding({
        url: 'http://x.gov.cn/a',
        site: '甲',
        column: '通知公告',
        description: '超过两周未更新',
        status: 'confirmed',
      }),
      finding({ url: 'http://y.gov.cn/a', site: '乙', description: '空白栏目' }),
      finding({ url: 'http://x.gov.cn/b', site: '甲', pageTitle: '通知', quote: '上抱', suggestion: '上报' }),
    ];
    let text = '';
    for await (const piece of csv(mergedColumns(words), [targetsOf(findings)], { words })) text += piece;
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"2","","1.通知公告 超过两周未更新；2.通知 “上抱”→“上报”"');
    expect(lines[0]).toContain('"confirmed；suspected"');
  });
});

it('is refused beforehand, with the ways out, where it would not fit into the memory', () => {
  expect(tooManyForXlsx(100_000)).toBeNull();
  expect(tooManyForXlsx(100_001)).toEqual({ key: 'handover.xlsxTooMany', args: [100_000, 100_001] });
});
