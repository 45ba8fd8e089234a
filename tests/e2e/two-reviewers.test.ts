import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { downloaded } from './harness/downloads';
import { badge, toast } from './harness/overlay';
import { session } from './harness/session';
import { choose, merge, openWorkbench, takeFromMenu } from './harness/workbench';

/** What the overview says about two reviewers: the rate, and who differs on what. */
async function agreement(workbench: Page): Promise<{ rate: string; disputed: string[] }> {
  await workbench.click('[data-view=overview]');
  await workbench.waitForSelector('.agreement');
  return {
    rate: await workbench.$eval('.agreement [role=status]', (line) => line.textContent ?? ''),
    disputed: await workbench.$$eval('.disputed tbody tr', (rows) =>
      rows.map((row) => row.textContent ?? ''),
    ),
  };
}

describe('two reviewers without a server', () => {
  const first = session('chromium', { reviewer: '甲' });
  const second = session('chromium', { reviewer: '乙' });

  beforeAll(async () => {
    for (const path of [
      'ylzx.yunhe-demo.gov.cn/tzgg/',
      'ylzx.yunhe-demo.gov.cn/gzdt/',
      'gxj.yunhe-demo.gov.cn/gzdt/',
    ]) {
      const page = await first.browser.open(`http://${path}`);
      await badge(page);
      await first.browser.clickToolbar(page);
      await toast(page, '已记录');
    }
  });

  it('pass review files to each other, and both come to the same agreement', async () => {
    const mine = await openWorkbench(first.browser);
    await choose(mine, '通知公告');
    await mine.focus('.list');
    await mine.keyboard.press('x');
    await (await mine.waitForSelector('.detail form.step input'))!.type('已在别处公开');
    await mine.click('.detail form.step [type=submit]');
    await mine.waitForSelector('.row-current .status-ignored');
    // The others, by keyboard alone.
    await mine.focus('.list');
    for (const key of ['k', 'c', 'k', 'c'] as const) await mine.keyboard.press(key);
    const confirmed = (count: number) =>
      mine.waitForFunction(
        (count) => document.querySelectorAll('.row .status-confirmed').length === count,
        {},
        count,
      );
    await confirmed(2);
    await mine.keyboard.press('u');
    await confirmed(1);
    await mine.keyboard.press('c');
    await confirmed(2);
    await mine.keyboard.press('n');
    expect(await mine.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('note');
    await takeFromMenu(mine, '导出复核文件');
    const review = await downloaded(first.browser.downloads, '.zip');

    const theirs = await second.browser.openOwn('workbench.html', '.menu');
    await merge(theirs, review);
    // Rows are there before the pictures; the notice comes last and moves what is below it.
    await theirs.waitForSelector('.notice ::-p-text(已合并)');
    await (await theirs.waitForSelector('.blind button'))!.click();
    for (let left = 3; left > 0; left--) {
      await theirs.waitForSelector(`.row[aria-setsize="${left}"]`);
      expect(await theirs.$('.status')).toBeNull();
      await (await theirs.waitForSelector('.detail form.step [type=submit]'))!.click();
    }
    await (await theirs.waitForSelector('.blind button'))!.click();
    // The pictures came along.
    await theirs.click('.row');
    await theirs.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
    );
    await takeFromMenu(theirs, '导出复核文件');
    await merge(mine, await downloaded(second.browser.downloads, '.zip'));
    await mine.waitForSelector('.notice ::-p-text(已合并)');

    const seenBySecond = await agreement(theirs);
    const seenByFirst = await agreement(mine);
    expect(seenByFirst).toEqual(seenBySecond);
    expect(seenByFirst.rate).toContain('67%');
    expect(seenByFirst.disputed).toHaveLength(1);
    expect(seenByFirst.disputed[0]).toMatch(/通知公告.*乙：确认.*甲：忽略 已在别处公开/);
  });
});
