import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { launch, type TestBrowser } from './harness/browser';

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

/**
 * The browser's policy for the extension, where Firefox looks for it: in the user's home. Chromium on Linux reads policies from
 * /etc only, which a test must not write; there the same values come from the same interface.
 */
describe('an administrator’s policy', () => {
  let demo: Demo;
  let browser: TestBrowser;
  const home = mkdtempSync(join(tmpdir(), 'duwang-home-'));

  beforeAll(async () => {
    const folder = join(home, '.mozilla/managed-storage');
    mkdirSync(folder, { recursive: true });
    const name = 'duwang@duwang.example';
    const manifest = { name, description: 'policy', type: 'storage', data: POLICY };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(manifest));
    demo = await startDemo();
    browser = await launch('firefox', { port: demo.port, home });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('opens the campaign with its roster, and fills in and locks what it sets', async () => {
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
