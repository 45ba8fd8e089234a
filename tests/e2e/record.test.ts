import { describe, expect, it } from 'vitest';
import { badge, inOverlay, select, toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose, detail, findingCount, openWorkbench } from './harness/workbench';

describe.each(kinds)('recording in %s', (kind) => {
  const run = session(kind);

  it('records the page by one click on the toolbar button, with a picture', async () => {
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    await badge(page);
    await run.browser.clickToolbar(page);
    expect(await toast(page, '已记录')).toBe('已记录');

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '云河市园林事务中心');
    expect(await detail(workbench)).toContain('2023-09-12');
    await workbench.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
    );
  });

  it('makes a second piece of evidence, not a second finding, of the same page', async () => {
    const page = await run.browser.open('http://gxj.yunhe-demo.gov.cn/tzgg/');
    await badge(page);
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    await run.browser.clickToolbar(page);
    await toast(page, '已记录：此处已有一条');

    const workbench = await openWorkbench(run.browser);
    const before = await findingCount(workbench);
    await choose(workbench, '云河市工业和信息化局');
    expect(await workbench.$$('.detail .evidences > li')).toHaveLength(2);
    expect(before).toBe(await findingCount(workbench));
  });

  it('records the selected words through the context menu', async () => {
    const page = await run.browser.open('http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html');
    await badge(page);
    await select(page, '.grid tr:nth-child(3) td:nth-child(3)');
    await run.browser.flagSelection(page);
    await toast(page, '已记录');

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '对扰乱公共秩序行为的处法');
    expect(await workbench.$eval('.detail blockquote', (quote) => quote.textContent)).toBe(
      '对扰乱公共秩序行为的处法',
    );
  });

  it('keeps the picture with the quote marked and a caption, and the page itself', async () => {
    const page = await run.browser.open('http://gxj.yunhe-demo.gov.cn/zwgk/nb/202401/t20240124_1001.html');
    await badge(page);
    await select(page, '.content p');
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    const inside = await page.evaluate(() => innerHeight * devicePixelRatio);

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '年度报告');
    // Cropped around the quote; the caption strip stands below the window's own picture.
    await workbench.waitForSelector('.detail .picture img[style*="margin"]');
    expect(await workbench.$eval('.detail img', (image) => image.naturalHeight)).toBeGreaterThan(inside);
    await workbench.waitForSelector('.detail button::-p-text(下载页面快照)');
  });

  it('takes a record back from the toast', async () => {
    const page = await run.browser.open('http://zjj.yunhe-demo.gov.cn/tzgg/');
    await badge(page);
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    await (await page.waitForSelector(inOverlay('.toast button')))!.click();
    await toast(page, '已撤销');

    const workbench = await openWorkbench(run.browser);
    expect(await workbench.$('.row::-p-text(云河市住房和城乡建设局)')).toBeNull();
  });

  it('takes a note on the page', async () => {
    const page = await run.browser.open('http://www.yunhe-demo.gov.cn/zwgk/bmgk/');
    await badge(page);
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    await (await page.waitForSelector(inOverlay('.toast button:nth-of-type(2)')))!.click();
    await (await page.waitForSelector(inOverlay('.annotate textarea')))!.type('请核对来源');
    await (await page.waitForSelector(inOverlay('.annotate [type=submit]')))!.click();
    await toast(page, '已保存批注');

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '部门公开');
    expect(await workbench.$eval('.detail textarea', (note) => note.value)).toBe('请核对来源');
  });

  it('loses nothing when the background is killed between two clicks', async () => {
    const first = await run.browser.open('http://www.yunhe-demo.gov.cn/xw/dtyw/202404/t20240417_1001.html');
    await badge(first);
    await run.browser.clickToolbar(first);
    await toast(first, '已记录');
    await run.browser.killBackground();
    const second = await run.browser.open('http://www.yunhe-demo.gov.cn/xw/dtyw/202404/t20240417_1002.html');
    await badge(second);
    await run.browser.killBackground();
    await run.browser.clickToolbar(second);
    await toast(second, '已记录');

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '市政府召开常务会议研究部署一季度经济运行工作');
    await choose(workbench, '云河市启动2024年春季爱国卫生月活动');
  });

  it('keeps everything when the browser is started again', async () => {
    const before = await openWorkbench(run.browser);
    const count = await findingCount(before);
    expect(count).toBeGreaterThan(0);
    await run.browser.restart();
    const after = await openWorkbench(run.browser);
    expect(await findingCount(after)).toBe(count);
    await choose(after, '云河市园林事务中心');
    await after.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
    );
  });
});
