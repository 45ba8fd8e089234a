import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualListId } from '../../demo/accounts/pages/virtualList';
import {
  type Skin,
  SPECIMEN_STATES,
  type SpecimenState,
  skins,
  specimenAddress,
  specimenHosts,
  wechatSpecimens,
} from '../../demo/accounts/specimens';
import { demoHosts } from '../../demo/campaign/ledger';
import { type Demo, startDemo } from '../../demo/server';
import { type AccountPanel, accountPanel } from './harness/account';
import { type BrowserKind, launch, type TestBrowser } from './harness/browser';
import { inOverlay, openPanel } from './harness/overlay';
import { settle } from './harness/settings';

/** Hosts that browsers open by https only. */
const SECURE = /(?:toutiao|douyin)\.com\//;

function platforms(kind: BrowserKind) {
  const run = {} as { browser: TestBrowser; demo: Demo };
  beforeAll(async () => {
    run.demo = await startDemo();
    const hosts = [...new Set([...demoHosts, ...specimenHosts])];
    run.browser = await launch(kind, { port: run.demo.port, hosts });
    await settle(run.browser);
  });
  afterAll(async () => {
    await run.browser?.close();
    await run.demo?.close();
  });
  return {
    run,
    async panel(address: string): Promise<AccountPanel> {
      const page = await run.browser.open(`${SECURE.test(address) ? 'https' : 'http'}://${address}`);
      const said = await accountPanel(page);
      await page.close();
      return said;
    },
  };
}

/** Outcome, 近2周是否更新, 最近更新时间, 不达标天数, 最长更新间隔 at 2024-04-18. */
const EXPECTED: Record<SpecimenState, readonly string[]> = {
  fresh: ['pass', '是', '2024-04-16', '0 天', '3 天'],
  stale: ['fail', '否', '2023-09-19', '198 天', '212 天'],
  pinned: ['pass', '是', '2024-04-10', '0 天', '8 天'],
  foreign: ['fail', '否', '2023-09-19', '198 天', '212 天'],
  empty: ['review', '未知', '未知', '未知', '未知'],
  gate: ['review', '未知', '未知', '未知', '未知'],
  dead: ['review', '未知', '未知', '未知', '未知'],
  misspelt: ['pass', '是', '2024-04-15', '0 天', '3 天'],
  closed: ['review', '否', '2023-09-19', '未知', '212 天'],
};

const numbersOf = ({ outcome, numbers }: AccountPanel) => [
  outcome,
  numbers.近2周是否更新,
  numbers.最近更新时间,
  numbers.不达标天数,
  numbers['最长更新间隔（已加载范围内）'],
];

async function compare(
  of: Skin,
  states: readonly SpecimenState[],
  read: (address: string) => Promise<AccountPanel>,
) {
  const said: Partial<Record<SpecimenState, unknown>> = {};
  for (const state of states) said[state] = numbersOf(await read(specimenAddress(of, state)));
  expect(said).toEqual(Object.fromEntries(states.map((state) => [state, EXPECTED[state]])));
}

describe('official accounts in chromium', () => {
  const { run, panel } = platforms('chromium');

  it.each(skins.map((of) => [of.name, of] as const))(
    '%s: every state of an account’s page at 2024-04-18',
    async (_, of) => compare(of, SPECIMEN_STATES, panel),
    180_000,
  );

  it('微信: an article proves "updated since", never "not updated"; a dead one and a wall say so', async () => {
    expect(numbersOf(await panel(wechatSpecimens.fresh))).toEqual([
      'pass',
      '是',
      '2024-04-16',
      '0 天',
      '未知',
    ]);
    expect((await panel(wechatSpecimens.old)).reason).toContain('这只是一条内容（2024-02-16）');
    expect((await panel(wechatSpecimens.deleted)).reason).toContain('不能说明账号是否更新');
    expect((await panel(wechatSpecimens.gate)).reason).toContain('平台要求验证');
    expect(numbersOf(await panel(wechatSpecimens.album))[2]).toBe('2024-04-12');
    const search = `weixin.sogou.com/weixin?type=1&query=${encodeURIComponent('云河发布')}`;
    expect(numbersOf(await panel(search)).slice(0, 3)).toEqual(['pass', '是', '2024-04-12']);
  });

  it('checks the words of the account’s own posts, not those of recommendations', async () => {
    const [weibo] = skins;
    const page = await run.browser.open(`http://${specimenAddress(weibo!, 'misspelt')}`);
    await openPanel(page);
    await page.waitForSelector(inOverlay('.typo'), { timeout: 45_000 });
    const painted = await page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, highlight]) =>
        name.startsWith('duwang-typo')
          ? [...highlight].map((range) => (range as Range).startContainer.textContent ?? '')
          : [],
      ),
    );
    expect(painted).toEqual([expect.stringContaining('违法行为责令限期改证')]);
    const others = await page.$eval('.side', (box) => box.textContent ?? '');
    expect(others).toContain('限期改证');
  });

  it('collects a virtual list as it scrolls: the number of posts becomes exact', async () => {
    const page = await run.browser.open(`http://weibo.com/u/${virtualListId}`);
    const count = async () => (await accountPanel(page)).numbers.近2周条数;
    expect(await count()).toMatch(/^≥ \d+$/);
    await page.mouse.move(300, 400);
    // A reviewer's wheel: a third of a screen at a time, until the oldest post of the window has passed.
    for (let turn = 0; turn < 16; turn++) {
      const before = await page.evaluate(() => scrollY);
      await page.mouse.wheel({ deltaY: 300 });
      await page.waitForFunction((y) => scrollY > y, {}, before);
    }
    await page.waitForFunction(() =>
      [...document.querySelector('duwang-overlay')!.shadowRoot!.querySelectorAll('.account dd')].some(
        (value) => value.textContent === '28',
      ),
    );
    expect(await page.$$eval('#list > div', (rows) => rows.length)).toBeLessThan(20);
  });
});

describe('official accounts in firefox', () => {
  const { panel } = platforms('firefox');
  const sample = skins.filter(({ name }) => ['weibo.com', '哔哩哔哩动态', '百家号', '贴吧'].includes(name));

  it.each(sample.map((of) => [of.name, of] as const))('%s: fresh, stale and gated', async (_, of) =>
    compare(of, ['fresh', 'stale', 'gate'], panel),
  );

  it('微信: an article', async () => {
    expect(numbersOf(await panel(wechatSpecimens.fresh)).slice(0, 3)).toEqual(['pass', '是', '2024-04-16']);
  });
});
