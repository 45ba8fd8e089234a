import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../utils/findings/verdict';
import { violations } from './harness/axe';
import { reviewFile } from './harness/reviewFile';
import { session } from './harness/session';
import { detail, merge } from './harness/workbench';

/** What reviewer 甲 exports: three findings, two confirmed and one ignored. */
const FIRST = [
  { pageTitle: '第一条', check: 'lastUpdate', ...fieldsOf({ to: 'confirmed' }, '甲') },
  { pageTitle: '第二条', check: 'lastUpdate', ...fieldsOf({ to: 'confirmed' }, '甲') },
  {
    pageTitle: '第三条',
    check: 'lastUpdate',
    ...fieldsOf({ to: 'ignored', reason: '甲的理由', scope: 'spot', until: null }, '甲'),
  },
];

describe('a blind second review in chromium', () => {
  const run = session('chromium', { reviewer: '乙' });

  it('hides the first verdict, takes the second, and lists where they differ', async () => {
    const workbench = await run.browser.openOwn('workbench.html', '.menu');
    await merge(workbench, await reviewFile('甲', FIRST));
    await (await workbench.waitForSelector('.blind button'))!.click();
    await workbench.waitForSelector('.detail form.step');
    expect(await workbench.$('.status')).toBeNull();
    expect(await detail(workbench)).not.toMatch(/甲的理由|留痕/);
    expect(await violations(workbench, 'body')).toEqual([]);

    for (let left = 3; left > 0; left--) {
      await workbench.waitForSelector(`.row[aria-setsize="${left}"]`);
      await (await workbench.waitForSelector('.detail form.step [type=submit]'))!.click();
    }
    await (await workbench.waitForSelector('.blind button'))!.click();
    await (await workbench.waitForSelector('nav button::-p-text(统计)'))!.click();
    const agreement = await workbench.$eval('.agreement', (element) => element.textContent ?? '');
    expect(agreement).toContain('67%');
    const disputed = await workbench.$$eval('.disputed tbody tr', (rows) =>
      rows.map((row) => row.textContent),
    );
    expect(disputed).toHaveLength(1);
    expect(disputed[0]).toMatch(/第三条.*乙：确认.*甲：忽略 甲的理由/);
    expect(await violations(workbench, 'body')).toEqual([]);
  });
});

describe('the same problem', () => {
  const run = session('chromium', { reviewer: '甲' });

  it('stands in one row, and is decided at once', async () => {
    const workbench = await run.browser.openOwn('workbench.html', '.menu');
    const word = { quote: '建全', suggestion: '健全', pageTitle: '建全' };
    const stale = { check: 'lastUpdate', indicator: 'V3', pageTitle: '过期' };
    const findings = [
      word,
      { ...word, url: 'http://gxj.yunhe-demo.gov.cn/' },
      stale,
      stale,
      { pageTitle: '另一条' },
    ];
    await merge(workbench, await reviewFile('甲', findings));
    await workbench.waitForSelector('.row[aria-setsize="5"]');
    await workbench.click('.count input[type=checkbox]');
    await workbench.waitForSelector('.row[aria-setsize="3"]');
    expect(await violations(workbench, 'body')).toEqual([]);
    expect(await workbench.$$eval('.row-head', (heads) => heads.map((head) => head.textContent))).toEqual([
      expect.stringContaining('另一条'),
      expect.stringMatching(/过期.*相同 2 处/),
      expect.stringMatching(/建全.*相同 2 处/),
    ]);
    await workbench.click('.row:last-child .tick');
    await (await workbench.waitForSelector('.batch button::-p-text(确认)'))!.click();
    await workbench.waitForSelector('.undo ::-p-text(2)');
    await workbench.click('.count input[type=checkbox]');
    await workbench.waitForFunction(() => document.querySelectorAll('.status-confirmed').length === 2);
    await workbench.click('.undo button');
    await workbench.waitForFunction(() => document.querySelectorAll('.status-suspected').length === 5);
  });
});
