import { describe, expect, test } from 'vitest';
import type { DemoPost, PageExtras } from '../../../demo/accounts/model';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import type { AccountSnapshot } from '../../../utils/accounts/snapshot';
import { openPage } from '../../lib/openPage';
import {
  account,
  daily,
  inAlienLayout,
  type ProfileCase,
  profiles,
  READ_AT,
  readAccount,
  withoutClassNames,
} from './cases';

const NOW = '2024-04-18';
const RULE = { value: 14, unit: 'days' as const };

function read(of: ProfileCase, html: string, readAt = READ_AT): AccountSnapshot {
  return readAccount(openPage(html), of.url, new Date(readAt).toISOString())!;
}

function reading(of: ProfileCase, posts: readonly DemoPost[], extras?: PageExtras): AccountSnapshot {
  return read(of, of.draw(account(of, posts), extras));
}

const judge = (snapshot: AccountSnapshot) => judgeLiveness(snapshot, NOW, RULE);
const pinnedOld: DemoPost = { at: '2021-03-02 10:00', text: '关于本账号的说明', pinned: true };
const others = daily('2024-04-18', 4).map((post) => ({ ...post, text: `别人的内容 ${post.text}` }));

describe.each(profiles)('$name', (of) => {
  test('fresh: the newest date, the name, the posts', () => {
    const snapshot = reading(of, daily('2024-04-16', 6, 2));
    expect(snapshot).toMatchObject({
      platform: of.platform,
      pageKind: 'account',
      accountId: of.id,
      name: '云河发布',
      newest: '2024-04-16',
      newestSource: of.source,
      exactness: of.source === 'id' ? 'notBefore' : 'day',
      completeSince: '2024-04-06',
      limits: [],
    });
    expect(snapshot.posts).toHaveLength(6);
    expect(judge(snapshot)).toMatchObject({
      state: 'alive',
      lastUpdate: '2024-04-16',
      left: 12,
      last14Days: 6,
      exact: false,
    });
  });

  test('stale since 2023-09-19', () => {
    const snapshot = reading(of, daily('2023-09-19', 8, 3));
    expect(judge(snapshot)).toMatchObject({
      state: 'stale',
      lastUpdate: '2023-09-19',
      since: 212,
      over: 198,
      updatedInTwoWeeks: false,
      last14Days: 0,
      exact: true,
    });
  });

  test('a pinned old post stands first', () => {
    const html = of.draw(account(of, [pinnedOld, ...daily('2024-04-10', 12, 2)]));
    const snapshot = read(of, html);
    expect(snapshot.newest).toBe('2024-04-10');
    expect(snapshot.posts[0]!.pinned).toBe(html.includes('置顶'));
    // A time from an id is "not before": the post of 2 April may have been published on the 4th.
    expect(judge(snapshot)).toMatchObject({ state: 'alive', last14Days: 4, exact: of.source === 'page' });
  });

  test('recommendations, favourites and other people do not count', () => {
    const snapshot = reading(of, daily('2023-09-19', 5, 3), { recommended: others });
    expect(snapshot.newest).toBe('2023-09-19');
    expect(judge(snapshot).state).toBe('stale');
  });

  test('an empty list is unknown', () => {
    const snapshot = read(of, of.draw(account(of, [])).replace('</main>', '<p>还没有发布过内容</p></main>'));
    expect(snapshot).toMatchObject({ newest: null, completeSince: null });
    expect(judge(snapshot).state).toBe('unknown');
  });

  test('a layout that is not recognised is unknown', () => {
    const snapshot = read(of, '<title>新版页面</title><div>云河发布</div><div>昨天发了一条</div>');
    expect(snapshot).toMatchObject({ pageKind: 'unknown', newest: null, limits: [{ kind: 'layout' }] });
    expect(judge(snapshot).state).toBe('unknown');
  });

  test.each([
    ['login', '登录后查看更多内容'],
    ['captcha', '请完成安全验证'],
    ['rateLimit', '访问过于频繁，请稍后再试'],
  ])('a wall (%s) is unknown', (kind, words) => {
    const snapshot = read(of, `<title>提示</title><p>${words}</p>`);
    expect(snapshot).toMatchObject({ pageKind: 'gate', limits: [{ kind, detail: words }] });
    expect(judge(snapshot).state).toBe('unknown');
  });

  test('still loading is unknown', () => {
    const snapshot = read(of, '<title>云河发布</title><p>加载中...</p>');
    expect(snapshot.limits[0]!.kind).toBe('loading');
    expect(judge(snapshot).state).toBe('unknown');
  });

  test('part of the list behind a login never says stale', () => {
    const snapshot = reading(of, daily('2023-09-19', 5), { foot: '登录后查看更多' });
    if (of.name === 'weibo.cn') return;
    expect(snapshot.newest).toBe('2023-09-19');
    expect(judge(snapshot).state).toBe('unknown');
  });

  test('banned is gone', () => {
    const snapshot = read(of, '<title>提示</title><p>该账号因违反相关规定已被封禁</p>');
    expect(snapshot).toMatchObject({ pageKind: 'dead', notice: { kind: 'banned', of: 'account' } });
    expect(judge(snapshot).state).toBe('gone');
  });

  test('a closing notice is not stale', () => {
    const posts = [{ at: '2023-09-19 09:00', text: '关于停止更新本账号的公告' }, ...daily('2023-09-01', 4)];
    expect(judge(reading(of, posts)).state).toBe('closed');
  });

  test('new class names: the date stays right', () => {
    for (const posts of [daily('2024-04-16', 6), [pinnedOld, ...daily('2024-04-10', 6)]]) {
      const snapshot = read(of, withoutClassNames(of.draw(account(of, posts), { recommended: others })));
      const right =
        of.withoutClasses === 'same'
          ? [posts.at(-6)!.at.slice(0, 10)]
          : [posts.at(-6)!.at.slice(0, 10), null];
      expect(right).toContain(snapshot.newest);
    }
  });

  test('a layout that was never seen: right or unknown, never wrong', () => {
    for (const [newest, state] of [
      ['2024-04-16', 'alive'],
      ['2023-09-19', 'stale'],
    ] as const) {
      for (const posts of [daily(newest, 6), [pinnedOld, ...daily(newest, 6)]]) {
        const snapshot = read(of, inAlienLayout(of.draw(account(of, posts), { recommended: others })));
        expect([newest, null]).toContain(snapshot.newest);
        expect([state, 'unknown']).toContain(judge(snapshot).state);
      }
    }
  });
});
