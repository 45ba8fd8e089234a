import { describe, expect, test } from 'vitest';
import { baijiahaoId, bytedanceId, weiboBid, weiboMid, xiaohongshuId } from '../../../demo/accounts/ids';
import type { DemoAccount, DemoPost } from '../../../demo/accounts/model';
import { baijiahaoArticle } from '../../../demo/accounts/pages/baijiahao';
import { bilibiliVideo } from '../../../demo/accounts/pages/bilibili';
import { douyinVideo } from '../../../demo/accounts/pages/douyin';
import { noticePage } from '../../../demo/accounts/pages/shell';
import { tiebaForum, tiebaThread } from '../../../demo/accounts/pages/tieba';
import { toutiaoArticle } from '../../../demo/accounts/pages/toutiao';
import { wechatAlbum, wechatArticle } from '../../../demo/accounts/pages/wechat';
import { weiboPost } from '../../../demo/accounts/pages/weibo';
import { xiaohongshuNote } from '../../../demo/accounts/pages/xiaohongshu';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { openPage } from '../../lib/openPage';
import { daily, READ_AT, readAccount, withoutClassNames } from './cases';

const RULE = { value: 14, unit: 'days' as const };
const account = (
  platform: DemoAccount['platform'],
  id: string,
  posts: readonly DemoPost[] = [],
): DemoAccount => ({
  platform,
  id,
  name: '云河发布',
  mark: '',
  posts,
});
const read = (html: string, url: string) =>
  readAccount(openPage(html), url, new Date(READ_AT).toISOString())!;
const post: DemoPost = { at: '2024-04-12 18:20', text: '云河市启动春季义务植树活动' };
const biz = 'MzA5MDAwMTIzNA==';

/** Their dates stand in scripts, addresses or attributes that are no class names. */
const ALWAYS_RIGHT = ['微信', '微博', '今日头条', '抖音', '快手', '小红书', '哔哩哔哩'];

/** One post's page: platform, its HTML, its address, the account's id as the page tells it. */
const pages: [string, string, string, string | null][] = [
  [
    '微信',
    wechatArticle(account('wechat', biz), post),
    'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv',
    biz,
  ],
  [
    '微博',
    weiboPost(account('weibo', '7712345001'), post),
    `https://weibo.com/7712345001/${weiboBid(post.at)}`,
    '7712345001',
  ],
  [
    '今日头条',
    toutiaoArticle(account('toutiao', 'MS4wT'), post),
    `https://www.toutiao.com/article/${bytedanceId(post.at)}/`,
    'MS4wT',
  ],
  [
    '抖音',
    douyinVideo(account('douyin', 'MS4wD'), post),
    `https://www.douyin.com/video/${bytedanceId(post.at)}`,
    'MS4wD',
  ],
  [
    '小红书',
    xiaohongshuNote(account('xiaohongshu', '5e8f10aa0000000001001234'), post),
    `https://www.xiaohongshu.com/explore/${xiaohongshuId(post.at)}?xsec_token=AB`,
    '5e8f10aa0000000001001234',
  ],
  [
    '哔哩哔哩',
    bilibiliVideo(account('bilibili', '777123'), post),
    'https://www.bilibili.com/video/BV1ab411c7de/',
    '777123',
  ],
  [
    '百家号',
    baijiahaoArticle(account('baijiahao', '1747184539380001'), post),
    `https://baijiahao.baidu.com/s?id=${baijiahaoId(post.at)}&wfr=spider`,
    '1747184539380001',
  ],
  ['贴吧', tiebaThread(account('tieba', 'x'), post), 'https://tieba.baidu.com/p/9012345678', null],
];

describe.each(pages)('a post on %s', (name, html, url, accountId) => {
  test('proves "updated since", and never that nothing came after', () => {
    const snapshot = read(html, url);
    expect(snapshot).toMatchObject({
      pageKind: 'post',
      accountId,
      newest: '2024-04-12',
      newestSource: 'page',
      exactness: 'notBefore',
      completeSince: null,
    });
    expect(judgeLiveness(snapshot, '2024-04-18', RULE)).toMatchObject({
      state: 'alive',
      updatedInTwoWeeks: true,
    });
    expect(judgeLiveness(snapshot, '2024-06-18', RULE)).toMatchObject({
      state: 'unknown',
      lastUpdate: '2024-04-12',
    });
  });

  test('new class names: right, or unknown where the address tells no time', () => {
    const { newest } = read(withoutClassNames(html), url);
    expect(ALWAYS_RIGHT.includes(name) ? ['2024-04-12'] : ['2024-04-12', null]).toContain(newest);
  });

  test('a deleted post is gone and dates nothing', () => {
    const snapshot = read(noticePage('平台', '抱歉，该内容已被删除'), url);
    expect(snapshot).toMatchObject({ pageKind: 'dead', newest: null, notice: { of: 'post' } });
  });

  test('a login wall before it dates nothing', () => {
    expect(read(noticePage('平台', '登录后查看'), url)).toMatchObject({ pageKind: 'gate', newest: null });
  });
});

describe('微信公众号', () => {
  test.each([
    ['该内容已被发布者删除', 'deleted'],
    ['此内容因违规无法查看', 'banned'],
    ['该内容暂时无法查看', 'unavailable'],
  ])('%s', (words, kind) => {
    const snapshot = read(
      noticePage('微信公众平台', words),
      'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv',
    );
    expect(snapshot.notice).toMatchObject({ kind, of: 'post' });
    expect(judgeLiveness(snapshot, '2024-04-18', RULE).state).toBe('gone');
  });

  test('an abnormal environment is a wall', () => {
    const snapshot = read(
      noticePage('微信公众平台', '环境异常'),
      'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv',
    );
    expect(snapshot).toMatchObject({ pageKind: 'gate', limits: [{ kind: 'captcha' }] });
  });

  test('reads the second from window.ct too, without any label', () => {
    const html = `<title>视频</title><div id="js_article">视频</div><script>window.biz = '' || '${biz}'; window.ct = '1712917200' || '';</script>`;
    const snapshot = read(
      html,
      `https://mp.weixin.qq.com/s?__biz=${biz}&mid=2247&idx=1&sn=ab&chksm=secret&scene=21`,
    );
    expect(snapshot.posts[0]!.time!.at).toBe('2024-04-12T10:20:00.000Z');
    expect(snapshot.url).not.toMatch(/chksm|scene/);
  });

  test('an album proves its newest entry only', () => {
    const album = wechatAlbum(account('wechat', biz, daily('2024-04-08', 5, 3)));
    const snapshot = read(
      album,
      `https://mp.weixin.qq.com/mp/appmsgalbum?__biz=${biz}&action=getalbum&album_id=12`,
    );
    expect(snapshot).toMatchObject({
      accountId: biz,
      name: '云河发布',
      newest: '2024-04-08',
      exactness: 'notBefore',
    });
    expect(snapshot.posts).toHaveLength(5);
    expect(snapshot.posts[0]!.url).not.toContain('chksm');
    expect(judgeLiveness(snapshot, '2024-05-30', RULE).state).toBe('unknown');
  });
});

test('小红书: an edited note is dated by its delivery, not by its edit', () => {
  const edited = { ...post, label: '编辑于 04-17' };
  const html = xiaohongshuNote(account('xiaohongshu', '5e8f10aa0000000001001234'), edited).replace(
    /<script>.*<\/script>/s,
    '',
  );
  const snapshot = read(html, `https://www.xiaohongshu.com/explore/${xiaohongshuId(post.at)}`);
  expect(snapshot).toMatchObject({ newest: '2024-04-12', newestSource: 'id' });
});

test('a video handed in on the 3rd and published on the 5th counts from the 5th', () => {
  const scheduled = { ...post, at: '2024-04-05 08:00', handedIn: '2024-04-03 23:00' };
  const snapshot = read(
    douyinVideo(account('douyin', 'MS4wD'), scheduled),
    `https://www.douyin.com/video/${bytedanceId('2024-04-03 23:00')}`,
  );
  expect(snapshot).toMatchObject({ newest: '2024-04-05', newestSource: 'page' });
});

test('贴吧: a 吧 shows everybody, so it says nothing about an account', () => {
  const html = tiebaForum(account('tieba', 'x', daily('2024-04-17', 5)));
  const snapshot = read(html, 'https://tieba.baidu.com/f?kw=%E4%BA%91%E6%B2%B3');
  expect(snapshot.posts.map((p) => [p.own, p.time!.day])[0]).toEqual([false, '2024-04-17']);
  expect(snapshot).toMatchObject({ pageKind: 'account', newest: null, limits: [{ kind: 'shared' }] });
  expect(judgeLiveness(snapshot, '2024-04-18', RULE).state).toBe('unknown');
});

test('m.weibo.cn: one post is delivered in a script', () => {
  const mid = weiboMid(post.at);
  const data = `var $render_data = [{"status":{"created_at":"Fri Apr 12 18:20:00 +0800 2024","id":"${mid}","mid":"${mid}"}}][0]`;
  const snapshot = read(
    `<title>微博正文</title><div>正文</div><script>${data}</script>`,
    `https://m.weibo.cn/detail/${mid}`,
  );
  expect(snapshot).toMatchObject({ pageKind: 'post', newest: '2024-04-12', newestSource: 'page' });
});
