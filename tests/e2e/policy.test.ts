import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { launch, type TestBrowser } from './harness/browser';
import { CHROMIUM_POLICIES, type Placed, placePolicy } from './harness/policy';
import { kinds } from './harness/session';

const POLICY = {
  url: 'https://sync.yunhe-demo.gov.cn/',
  team: 'gov',
  pack: 'guoban-2019-19',
  campaign: '2024年第二季度检查',
  roster:
    '责任单位,平台,名称,网址\n市教育局,网站,云河市教育局,http://jyj.yunhe-demo.gov.cn/\n市教育局,微信,云河教育,',
  sites: ['mirror.yunhe-demo.example'],
  onlySites: true,
};

describe.each(kinds)('an administrator’s policy in %s', (kind) => {
  let demo: Demo;
  let placed: Placed | null;
  let browser: TestBrowser | undefined;

  beforeAll(async () => {
    demo = await startDemo();
    placed = placePolicy(kind, POLICY);
    if (placed) browser = await launch(kind, { port: demo.port, ...placed.options });
  });
  afterAll(async () => {
    await browser?.close();
    placed?.remove();
    await demo?.close();
  });

  it('opens the campaign with its roster, and fills in and locks what it sets', async (context) => {
    if (!browser)
      return context.skip(
        `Chromium reads policies from ${CHROMIUM_POLICIES} only, and this user may not write there.`,
      );
    const page = await browser.openOwn('workbench.html', 'header.top');
    await (await page.waitForSelector('nav button::-p-text(设置)'))!.click();
    await page.waitForSelector('.policy::-p-text(检查名单：2 项)');
    expect(await page.$eval('.policy', (note) => note.textContent)).toContain(POLICY.campaign);
    const field = (name: string) =>
      page.$eval(`[name=${name}]`, (element) => {
        const { value, readOnly, disabled } = element as HTMLInputElement;
        return { value, isLocked: !!readOnly || disabled };
      });
    expect(await field('url')).toEqual({ value: POLICY.url, isLocked: true });
    expect(await field('team')).toEqual({ value: POLICY.team, isLocked: true });
    expect(await field('pack')).toEqual({ value: POLICY.pack, isLocked: true });
    await page.waitForSelector('.settings::-p-text(请允许：mirror.yunhe-demo.example)');
    expect(await page.$eval('[name=address]', (input) => input.closest('form')!.hidden)).toBe(true);

    await (await page.waitForSelector('header.top nav button::-p-text(检查)'))!.click();
    await page.waitForSelector('.campaign-head select:disabled');
    await page.waitForSelector('.campaign::-p-text(云河教育)');
    expect(
      await page.$eval(
        '.campaign-head select',
        (select) => (select as HTMLSelectElement).selectedOptions[0]!.text,
      ),
    ).toBe(POLICY.campaign);
    await page.close();
  });
});
