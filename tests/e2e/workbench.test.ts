import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { downloaded } from './harness/downloads';
import { badge, select, toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose, detail, findingCount, openWorkbench } from './harness/workbench';

describe.each(kinds)('the workbench in %s', (kind) => {
  const run = session(kind, { reviewer: '检查员甲' });

  beforeAll(async () => {
    for (const path of [
      'ylzx.yunhe-demo.gov.cn/tzgg/',
      'ylzx.yunhe-demo.gov.cn/gzdt/',
      'gxj.yunhe-demo.gov.cn/gzdt/',
    ]) {
      const page = await run.browser.open(`http://${path}`);
      await badge(page);
      await run.browser.clickToolbar(page);
      await toast(page, '已记录');
    }
    const article = await run.browser.open('http://gxj.yunhe-demo.gov.cn/zwgk/nb/202401/t20240124_1001.html');
    await badge(article);
    await select(article, '.content p');
    await run.browser.clickToolbar(article);
    await toast(article, '已记录');
  });

  it('edits a finding and keeps the edit', async () => {
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '工作动态');
    await workbench.select('.detail [name=category]', 'stale');
    await workbench.type('.detail [name=unit]', '云河市工业和信息化局');
    await workbench.click('.detail [type=submit]');
    await workbench.waitForSelector('.undo ::-p-text(已保存)');
    await workbench.click('.detail .actions button::-p-text(确认)');
    await workbench.waitForSelector('.row-current .status-confirmed');

    const again = await openWorkbench(run.browser);
    await choose(again, '工作动态');
    expect(await again.$eval('.detail [name=unit]', (field) => (field as HTMLInputElement).value)).toBe(
      '云河市工业和信息化局',
    );
    expect(await detail(again)).toContain('检查员甲');
    await again.waitForSelector('.row-current .status-confirmed');
  });

  it('finds by words and by site', async () => {
    const workbench = await openWorkbench(run.browser);
    expect(await findingCount(workbench)).toBe(4);
    await workbench.type('.filters [type=search]', '年度报告');
    await workbench.waitForSelector('.row[aria-setsize="1"]');
    await workbench.click('.filters .count button');
    await workbench.waitForSelector('.row[aria-setsize="4"]');
    await workbench.select('.filters select', '云河市园林事务中心');
    await workbench.waitForSelector('.row[aria-setsize="2"]');
  });

  it('keeps a filter under a name, and forgets it again', async () => {
    const workbench = await openWorkbench(run.browser);
    await workbench.select('.filters select', '云河市园林事务中心');
    await (await workbench.waitForSelector('.saved-filters button::-p-text(保存此筛选)'))!.click();
    await (await workbench.waitForSelector('.saved-filters input'))!.type('园林');
    await workbench.keyboard.press('Enter');
    await workbench.waitForSelector('.saved-filters select');

    const again = await openWorkbench(run.browser);
    await again.waitForSelector('.row[aria-setsize="4"]');
    await again.waitForSelector('.saved-filters select');
    await again.select('.saved-filters select', '园林');
    await again.waitForSelector('.row[aria-setsize="2"]');
    await (await again.waitForSelector('.saved-filters button::-p-text(删除此筛选)'))!.click();
    await again.waitForFunction(() => !document.querySelector('.saved-filters select'));
    await again.waitForSelector('.row[aria-setsize="2"]');
  });

  it('deletes, and takes the deletion back', async () => {
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '通知公告');
    await workbench.keyboard.press('Delete');
    await workbench.waitForSelector('.row[aria-setsize="3"]');
    await (await workbench.waitForSelector('.undo button'))!.click();
    await workbench.waitForSelector('.row[aria-setsize="4"]');
  });

  it('opens the original and finds the quote there', async () => {
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '年度报告');
    const opened = run.browser.nextPage('/zwgk/nb/');
    await workbench.click('.detail .actions .primary');
    const page = await opened;
    await page.waitForFunction(() =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some((range) => String(range).includes('进一步建全工作机制')),
      ),
    );
  });

  it('exports a CSV that another program reads back', async () => {
    const workbench = await openWorkbench(run.browser);
    await workbench.click('.top .actions button');
    const bytes = readFileSync(await downloaded(run.browser.downloads, '.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8').slice(1);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { data, errors } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(4);
    expect(data.map((row) => row.页面链接)).toContain('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    expect(data.find((row) => row.页面标题?.includes('年度报告'))?.疑似错误).toContain('建全');
  });
});
