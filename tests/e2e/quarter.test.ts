import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoHosts } from '../../demo/campaign/ledger';
import { type Demo, startDemo } from '../../demo/server';
import { type Quarter, quarter } from '../../tools/quarter';
import { launch, type TestBrowser } from './harness/browser';
import { settle } from './harness/settings';

let demo: Demo;
let browser: TestBrowser;
let folder: string;
let summary: Quarter;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarter-'));
  demo = await startDemo();
  browser = await launch('chromium', { port: demo.port, hosts: demoHosts });
  await settle(browser, { reviewer: '王检查', inspectionDate: null });
  summary = await quarter(browser, folder);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('visits every item of the ledger', () => {
  expect(summary).toMatchObject({ sites: 4, accounts: 67, coverage: 100 });
  expect(summary.byPlatform).toEqual({
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
  const found = summary.findings.map(({ kind, unit, date }) => `${kind} ${unit} ${date}`).sort();
  expect(found).toEqual(
    [
      '意见征集无反馈 云河市住房和城乡建设局 2024-03-04',
      '账号未更新 云河市市场监督管理局 2023-09-19',
      '错别字和表述 云河市公安局 2024-04-18',
      '错别字和表述 云河市工业和信息化局 2024-04-18',
    ].sort(),
  );
});

it('drafts the notice with the counts and the findings', () => {
  const files = unzipSync(readFileSync(join(folder, summary.docx)));
  const text = strFromU8(files['word/document.xml']!).replace(/<[^>]+>/g, '');
  expect(text).toContain(
    '政府网站4个、政务新媒体67个（微信公众号28个、微博13个、抖音8个、快手6个、今日头条5个',
  );
  expect(text).toContain('检查覆盖率100%');
  expect(text).toContain('云河市城市更新专项规划（2022—2035）（征求意见稿）');
  expect(text).toContain('自2023年9月19日后未更新');
  for (const unit of ['云河市公安局', '云河市工业和信息化局']) expect(text).toContain(unit);
});
