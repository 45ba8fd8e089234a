import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts } from '../../demo/campaign/ledger';
import { type Demo, startDemo } from '../../demo/server';
import { quarter, type Walked } from '../../tools/quarter/quarter';
import { type Rechecked, recheck } from '../../tools/quarter/recheck';
import { launch, type TestBrowser } from './harness/browser';
import { settle } from './harness/settings';

let demo: Demo;
let browser: TestBrowser;
let folder: string;
let first: Walked;
let second: Rechecked;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarter-'));
  demo = await startDemo();
  browser = await launch('chromium', { port: demo.port, hosts: demoHosts });
  await settle(browser, { reviewer: '王检查', inspectionDate: null });
  first = await quarter(browser, folder);
  second = await recheck(browser, demo, folder);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The words of a DOCX, one paragraph a line. */
function wordsOf(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!);
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

describe('the first inspection', () => {
  it('visits every item of the ledger', () => {
    expect(first.summary).toMatchObject({ sites: 4, accounts: 67, coverage: 100 });
    expect(first.summary.byPlatform).toEqual({
      微信公众号: 28,
      微博: 13,
      抖音: 8,
      快手: 6,
      今日头条: 5,
      微视: 3,
      小红书: 1,
      哔哩哔哩: 1,
      百家号: 1,
      百度贴吧: 1,
    });
  });

  it('finds what is wrong and nothing else', () => {
    const found = first.summary.findings.map(({ kind, unit, date }) => `${kind} ${unit} ${date}`).sort();
    expect(found).toEqual(
      [
        '意见征集无反馈 云河市住房和城乡建设局 2024-03-04',
        '账号未更新 云河市市场监督管理局 2023-09-19',
        '错别字和表述 云河市公安局 2024-04-18',
        '错别字和表述 云河市工业和信息化局 2024-04-18',
      ].sort(),
    );
    expect(first.wording.byEngine).not.toEqual([]);
  });

  it('drafts the notice with the counts and the findings', () => {
    const text = wordsOf(file(first.summary.docx));
    expect(text).toContain(
      '政府网站4个、政务新媒体67个（微信公众号28个、微博13个、抖音8个、快手6个、今日头条5个、微视3个、小红书1个、哔哩哔哩1个、百家号1个、百度贴吧1个）',
    );
    expect(text).toContain('检查覆盖率100%');
    expect(text).toContain('共发现问题4条，涉及4个单位');
    expect(text).toMatch(
      /云河市住房和城乡建设局的“.*《云河市城市更新专项规划（2022—2035）（征求意见稿）》.*”已于2024年3月4日结束，未见公布采纳反馈情况/,
    );
    expect(text).toMatch(/云河市市场监督管理局的微博“.+”自2023年9月19日后未更新/);
    expect(text).toMatch(/云河市公安局2024年3月15日发布的《2024年云河市公安局权力清单》中，.*应为/);
    expect(text).toMatch(/云河市工业和信息化局2024年1月24日发布的《.*年度报告》中，.*应为/);
    expect(text).toContain('2024年4月30日前');
    expect(text).toContain('2024年4月22日');
  });

  it('writes a notice to each of the four units, and the overall table', () => {
    const units = unzipSync(file(first.units));
    expect(Object.keys(units)).toHaveLength(4);
    const police = wordsOf(units[Object.keys(units).find((name) => name.startsWith('云河市公安局'))!]!);
    expect(police).toMatch(/^云河市公安局：$/m);
    expect(police).toContain('整改情况反馈表');
    expect(police).not.toContain('工业和信息化局');
    expect(Object.keys(unzipSync(file(first.table)))).toContain('xl/workbook.xml');
  });
});

describe('the re-inspection', () => {
  it('carries the roster over and shows what the new ledger changes', () => {
    expect(second.diff).toBe('共 71 项：新增 0，变更 1，不变 70；原台账中另有 0 项不在表内');
  });

  it('judges by itself: what is put right, what is not, and that a page that is gone proves nothing', () => {
    const of = (unit: string) =>
      new Set(second.judged.filter((one) => one.unit === unit).map(({ state }) => state));
    expect(of('云河市公安局')).toEqual(new Set(['疑似已整改']));
    expect(of('云河市市场监督管理局')).toEqual(new Set(['疑似已整改']));
    expect(of('云河市住房和城乡建设局')).toEqual(new Set(['未整改']));
    expect(of('云河市工业和信息化局')).toEqual(new Set(['待核']));
  });

  it('counts what passed and names who has not answered, on screen and in the notice', () => {
    expect(second.rate).toContain('问题 4 条，复查合格 2 条，合格率 50%');
    expect(second.rate).toMatch(/逾期未反馈：云河市住房和城乡建设局、云河市工业和信息化局/);
    expect(wordsOf(file(second.docx))).toContain(
      '2024年第一季度检查发现的4条问题，经复查，整改合格2条，复查合格率50%。逾期未反馈整改情况的单位：云河市住房和城乡建设局、云河市工业和信息化局。',
    );
  });
});
