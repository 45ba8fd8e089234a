import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { demoCampaign } from '../../demo/campaign/ledger';
import { takeLedger } from '../../tools/quarter/quarter';
import { fill, reading, showTab, showView } from '../../tools/quarter/steps';
import { violations } from './harness/axe';
import { downloaded } from './harness/downloads';
import { inOverlay, panelText } from './harness/overlay';
import { kinds, session } from './harness/session';

const LIST = 'http://www.yunhe-demo.gov.cn/xw/dtyw/';
const LEDGER =
  '网站名称\t责任单位\t网址\n云河市人民政府\t云河市人民政府办公室\thttp://www.yunhe-demo.gov.cn/';

describe.each(kinds)('读网记录 in %s', (kind) => {
  const run = session(kind, { reviewer: '王检查', inspectionDate: null, reading: true });

  it('records pages of the roster, tints what was read, and lets a day be signed', async () => {
    const workbench = await run.browser.openOwn('workbench.html', 'header.top');
    await showView(workbench, 'campaign');
    await workbench.waitForSelector('.setup');
    for (const [name, value] of Object.entries(demoCampaign))
      await fill(workbench, `.setup [name=${name}]`, value);
    await workbench.click('.setup .primary');
    await takeLedger(workbench, LEDGER);

    const list = await run.browser.open(LIST);
    await reading(list);
    const link = await list.$eval('a[href*="/xw/dtyw/2024"]', (a) => (a as HTMLAnchorElement).href);
    await list.close();

    const article = await run.browser.open(link);
    await reading(article);
    await article.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    // The time in view is written down every ten seconds.
    await article.waitForFunction(() =>
      /本页已计 [1-9]/.test(document.querySelector('duwang-overlay')!.shadowRoot!.textContent ?? ''),
    );
    await article.close();

    const again = await run.browser.open(LIST);
    await reading(again);
    await panelText(again, '列表中 1 条已读过');
    expect(
      await again.evaluate(() => [...CSS.highlights.get('duwang-read')!].map((range) => String(range))),
    ).toHaveLength(1);
    await again.close();

    const elsewhere = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    await reading(elsewhere);
    await panelText(elsewhere, '本页不在台账中');
    expect(await elsewhere.$(inOverlay('.campaign .hint::-p-text(读网记录)'))).toBeNull();
    await elsewhere.close();

    await workbench.bringToFront();
    await showTab(workbench, '读网记录');
    await workbench.waitForSelector('.reading .line');
    await workbench.click('.reading form [type=submit]');
    await workbench.waitForSelector('.signed li::-p-text(王检查读网)');
    await workbench.click('.reading details summary');
    const pages = await workbench.$$eval('.reading tbody a', (links) =>
      links.map((a) => (a as HTMLAnchorElement).href),
    );
    expect(pages).toContain(link);
    expect(pages.join()).not.toContain('ylzx');
    expect(await violations(workbench, 'body')).toEqual([]);
    await workbench.click('.reading .primary');
    const book = unzipSync(new Uint8Array(readFileSync(await downloaded(run.browser.downloads, '.xlsx'))));
    const text = Object.values(book)
      .map((part) => new TextDecoder().decode(part))
      .join();
    expect(text).toContain('王检查读网');
    expect(text).toContain(link);
  });
});
