import { describe, expect, it } from 'vitest';
import { badge, inOverlay, openPanel, panelText, toast } from './harness/overlay';
import { kinds, session } from './harness/session';

describe.each(kinds)('the overlay in %s', (kind) => {
  const run = session(kind);

  it('shows a badge, and behind it the checks with reason and clause', async () => {
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/gzdt/');
    expect(await badge(page)).toMatch(/问题 1 项/);
    await (await page.waitForSelector(inOverlay('.badge')))!.click();
    await page.waitForSelector(inOverlay('.panel .tally'));
    const check = await page.$eval(inOverlay('[data-check="lastUpdate"]'), (row) => row.textContent);
    expect(check).toContain('2024-03-21');
    expect(check).toContain('28 天');
    expect(check).toContain('依据：');
  });

  it('paints the evidence without touching the page', async () => {
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    const before = await page.evaluate(() => document.body.outerHTML);
    await openPanel(page);
    await (await page.waitForSelector(inOverlay('[data-check="lastUpdate"] .spot-actions button')))!.click();
    const painted = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => String(range))),
    );
    expect(painted).toEqual(['2023-09-12']);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  });

  it('remembers per site that the panel is open, and closes it with Esc', async () => {
    const first = await run.browser.open('http://gxj.yunhe-demo.gov.cn/gzdt/');
    await badge(first);
    await openPanel(first);
    const second = await run.browser.open('http://gxj.yunhe-demo.gov.cn/tzgg/');
    await second.waitForSelector(inOverlay('.panel .tally'));
    await second.keyboard.press('Escape');
    await second.waitForSelector(inOverlay('.badge'));
    const elsewhere = await run.browser.open('http://gaj.yunhe-demo.gov.cn/tzgg/');
    await badge(elsewhere);
    expect(await elsewhere.$(inOverlay('.panel'))).toBeNull();
  });

  it('reads a list that a script fills late', async () => {
    const page = await run.browser.open('http://www.yunhe-demo.gov.cn/hdjl/yjzj/');
    await page.waitForSelector('#dataList li');
    await openPanel(page);
    await panelText(page, '2024-04-10');
  });

  it('reads again when the address changes without loading', async () => {
    const page = await run.browser.open('http://test.yunhe-demo.gov.cn/spa/');
    await openPanel(page);
    await panelText(page, '栏目页');
    await page.click('#app li a');
    await panelText(page, '正文页');
    await page.goBack();
    await panelText(page, '栏目页');
  });

  it('stays away from a site on which it was switched off, and still records there', async () => {
    const page = await run.browser.open('http://zjj.yunhe-demo.gov.cn/gzdt/');
    await openPanel(page);
    await (await page.waitForSelector(inOverlay('.more summary')))!.click();
    await (await page.waitForSelector(inOverlay('.more button')))!.click();
    await toast(page, '已在本站关闭');
    await (await page.waitForSelector(inOverlay('.toast .quiet')))!.click();
    await page.waitForFunction(() => !document.querySelector('duwang-overlay'));

    const again = await run.browser.open('http://zjj.yunhe-demo.gov.cn/tzgg/');
    // Opened later and shown: by then the page before it would have had its badge too.
    await badge(await run.browser.open('http://gaj.yunhe-demo.gov.cn/jwdt/'));
    expect(await again.$('duwang-overlay')).toBeNull();
    await run.browser.clickToolbar(again);
    await toast(again, '已记录');
  });

  it('judges at the day that the settings fix', async () => {
    const workbench = await run.browser.openOwn('workbench.html', '.tab');
    await (await workbench.waitForSelector('.tab::-p-text(设置)'))!.click();
    const day = (await workbench.waitForSelector('.settings [type=date]'))!;
    await day.evaluate((field) => {
      (field as HTMLInputElement).value = '2024-03-28';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/gzdt/');
    await openPanel(page);
    await panelText(page, '监测时间点 2024-03-28');
    await panelText(page, '已 7 天');
  });

  it('leaves no dead overlay on open pages when the extension was reloaded', async () => {
    const page = await run.browser.open('http://gxj.yunhe-demo.gov.cn/');
    await badge(page);
    await page.$eval('duwang-overlay', (host) => host.setAttribute('data-old', ''));
    await run.browser.reloadExtension();
    // Chromium leaves the old script running, which says so and goes; Firefox starts the new one on the page.
    if (kind === 'chromium') await toast(page, '请刷新本页');
    await page.waitForFunction(() => !document.querySelector('duwang-overlay[data-old]'));
    if (kind === 'firefox') expect(await badge(page)).toContain('问题');
  });
});
