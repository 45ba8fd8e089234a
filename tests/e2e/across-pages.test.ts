import { expect, it } from 'vitest';
import { begin } from '../../tools/quarter/quarter';
import { inOverlay, openPanel, panelText } from './harness/overlay';
import { session } from './harness/session';

/** What one page of a campaign shows is known on the next. */
const run = session('chromium', { inspectionDate: null });
const housing = 'http://zjj.yunhe-demo.gov.cn';

it('knows on a list what the pages read before it said about a consultation', async () => {
  const workbench = await run.browser.openOwn('workbench.html', 'header.top');
  await begin(workbench);
  for (const path of ['/hdjl/yjzj/zj_2.html', '/hdjl/jgfk/fk_2.html']) {
    const page = await run.browser.open(`${housing}${path}`);
    await openPanel(page);
    await page.waitForSelector(inOverlay('.panel .campaign'));
    await page.close();
  }
  const list = await run.browser.open(`${housing}/hdjl/yjzj/`);
  await openPanel(list);
  await panelText(list, '已反馈（结束后 19 天）');
  const judged = await list.$eval(inOverlay('[data-check="consultationFeedback"]'), (row) => row.textContent);
  expect(judged).toContain('已公布反馈，在结束后 19 天');
});

it('adds up in which forms the columns of a campaign explain their documents', async () => {
  const column = await run.browser.open('http://www.yunhe-demo.gov.cn/zwgk/zcjd/');
  await openPanel(column);
  await column.waitForSelector(inOverlay('.panel .campaign'));
  const workbench = await run.browser.openOwn('workbench.html', 'header.top');
  await (await workbench.waitForSelector('.tab::-p-text(本次检查)'))!.click();
  await (await workbench.waitForSelector('.campaign-head nav .tab::-p-text(指标)'))!.click();
  const row = (await workbench.waitForSelector('.forms tbody tr'))!;
  expect(await row.evaluate((element) => element.textContent)).toMatch(/云河市人民政府.*政策解读 1 页.*0 %/);
});
