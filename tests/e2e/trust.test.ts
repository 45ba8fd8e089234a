import { expect, it } from 'vitest';
import { inOverlay, openPanel, toast } from './harness/overlay';
import { session } from './harness/session';
import { openWorkbench } from './harness/workbench';

const run = session('chromium', { reviewer: '甲' });
const stale = 'http://ylzx.yunhe-demo.gov.cn/tzgg/';
const SWITCH = 'input[type=checkbox][aria-label^="栏目更新"]';

/** How the panel shows the check of a column that was not updated: its mark and words, and the count of problems. */
async function shown(): Promise<{ mark: string; text: string; problems: string }> {
  const page = await run.browser.open(stale);
  await openPanel(page);
  const row = (await page.waitForSelector(inOverlay('[data-check=lastUpdate]')))!;
  const seen = await row.evaluate((element) => ({
    mark: /check-(\w+)/.exec(element.className)?.[1] ?? '',
    text: element.textContent ?? '',
  }));
  const tally = await page.$eval(inOverlay('.panel .tally'), (line) => line.textContent ?? '');
  await page.close();
  // What may be a typo is counted when it has been read, which can be later.
  return { ...seen, problems: /问题 \d+/.exec(tally)?.[0] ?? '' };
}

it('a check that the office finds noisy sinks to 待核 on request, and rises again', async () => {
  const before = await shown();
  expect(before).toMatchObject({ mark: 'fail', problems: '问题 1' });
  const page = await run.browser.open(stale);
  await openPanel(page);
  await (await page.waitForSelector(inOverlay('[data-check=lastUpdate] button::-p-text(记录)')))!.click();
  await toast(page, '已记录');

  const workbench = await openWorkbench(run.browser);
  await workbench.click('[data-view=overview]');
  await (await workbench.waitForSelector(SWITCH))!.click();
  await workbench.waitForSelector(`${SWITCH}:checked`);
  const sunk = await shown();
  expect(sunk).toMatchObject({ mark: 'review', text: expect.stringContaining('已降为待核') });
  expect(sunk.text).toContain('更新');
  expect(sunk.problems).toBe('问题 0');

  await workbench.bringToFront();
  await workbench.click(SWITCH);
  await workbench.waitForSelector(`${SWITCH}:not(:checked)`);
  expect(await shown()).toEqual(before);
});
