import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { launch, type TestBrowser } from './harness/browser';
import { inOverlay, openPanel, panelText, toast } from './harness/overlay';
import { kinds } from './harness/session';
import { settle } from './harness/settings';

const list = 'http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/';

describe.each(kinds)('what is fetched on order in %s', (kind) => {
  let browser: TestBrowser;
  let demo: Demo;
  let asked: { request: string; at: number }[] = [];
  /** What the site's answers wait for: at once, unless a test holds them back. */
  let gate = Promise.resolve();
  /** Holds the site's answers back until the function that it returns is called: a slow machine sees a walk only when it is over. */
  const hold = () => {
    let answer = () => {};
    gate = new Promise((resolve) => {
      answer = resolve;
    });
    return answer;
  };
  const since = (mark: number) => asked.slice(mark).map(({ request }) => request);

  beforeAll(async () => {
    demo = await startDemo({
      watch(request) {
        asked.push({ request, at: Date.now() });
        return gate;
      },
    });
    browser = await launch(kind, { port: demo.port });
    await settle(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    asked = [];
  });

  it('reads the detail pages of a list of consultations one by one, and nothing else of the site', async () => {
    const page = await browser.open(list);
    await openPanel(page);
    await panelText(page, '起止时间未写明');
    const mark = asked.length;
    const answer = hold();
    await (await page.waitForSelector(inOverlay('.task button::-p-text(逐条核对)')))!.click();
    await page.waitForSelector(inOverlay('.task progress'));
    answer();
    await panelText(page, '已核对 3/3 页');
    await panelText(page, '已结束 45 天，未见反馈');
    await panelText(page, '已反馈');
    await panelText(page, '征集中，还有 24 天截止');
    expect(since(mark).sort()).toEqual(
      [1, 2, 3].map((n) => `GET zjj.yunhe-demo.gov.cn/hdjl/yjzj/zj_${n}.html`),
    );
    const times = asked.slice(mark).map(({ at }) => at);
    expect(Math.min(times[1]! - times[0]!, times[2]! - times[1]!)).toBeGreaterThanOrEqual(950);
    const judged = await page.$eval(
      inOverlay('[data-check="consultationFeedback"]'),
      (row) => row.textContent,
    );
    expect(judged).toContain('看过的 2 个页面都未见反馈');
  });

  it('stops when told to', async () => {
    const page = await browser.open(list);
    await openPanel(page);
    const mark = asked.length;
    const answer = hold();
    // The buttons themselves: the panel moves while results come in, and the mouse can miss one.
    const press = (words: string) =>
      page
        .locator(inOverlay(`.task button::-p-text(${words})`))
        .waitHandle()
        .then((button) => button.evaluate((element) => (element as HTMLElement).click()));
    await press('逐条核对');
    await press('停止').finally(answer);
    await page.waitForSelector(inOverlay('.task button::-p-text(重新核对)'));
    // Something that is asked later: by then a walk that went on would have asked for its second page.
    await openPanel(await browser.open('http://zjj.yunhe-demo.gov.cn/gzdt/'));
    expect(since(mark).filter((request) => request.includes('/yjzj/zj_')).length).toBeLessThanOrEqual(1);
  });

  it('asks the links of a page on order, and records a dead one', async () => {
    const page = await browser.open('http://test.yunhe-demo.gov.cn/links/');
    await openPanel(page);
    const mark = asked.length;
    await (await page.waitForSelector(inOverlay('summary::-p-text(链接（)')))!.click();
    await (await page.waitForSelector(inOverlay('.task button::-p-text(核对链接)')))!.click();
    await panelText(page, '结果见上方“死链”');
    const row = (await page.waitForSelector(inOverlay('.check-fail[data-check="deadLinks"]')))!;
    expect(await row.evaluate((element) => element.textContent)).toMatch(
      /1 个已失效.*已撤下的办事指南.*网站回答 404/,
    );
    const requests = since(mark).filter((request) => request.includes('/article/'));
    expect(requests.sort()).toEqual([
      'GET test.yunhe-demo.gov.cn/article/gone.html',
      'HEAD test.yunhe-demo.gov.cn/article/',
      'HEAD test.yunhe-demo.gov.cn/article/gone.html',
    ]);
    await (await row.waitForSelector('button::-p-text(记录)'))!.click();
    await toast(page, '已记录');
  });

  it('keeps the site’s own search as evidence that there is no result', async () => {
    const page = await browser.open(list);
    await openPanel(page);
    const search = browser.nextPage('/search');
    await (await page.waitForSelector(inOverlay('button::-p-text(在本站搜索反馈)')))!.click();
    const results = await search;
    await (await results.waitForSelector(inOverlay('.proof .primary')))!.click();
    await toast(results, '已记录');
    const workbench = await browser.openOwn('workbench.html', '.row');
    await (await workbench.waitForSelector('.row::-p-text(意见征集无反馈)'))!.click();
    await workbench.waitForSelector('.detail::-p-text(经站内搜索)');
  });
});
