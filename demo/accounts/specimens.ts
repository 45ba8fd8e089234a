import type { Reply, Visit } from '../site';
import { opaqueId } from './ids';
import type { DemoAccount, DemoPlatform, DemoPost, ProfilePage } from './model';
import { baijiahaoProfile } from './pages/baijiahao';
import { bilibiliProfile, bilibiliVideos } from './pages/bilibili';
import { douyinProfile } from './pages/douyin';
import { kuaishouProfile } from './pages/kuaishou';
import { noticePage } from './pages/shell';
import { searchPages } from './pages/sogou';
import { tiebaHome } from './pages/tieba';
import { toutiaoProfile } from './pages/toutiao';
import { virtualListId, virtualListPage } from './pages/virtualList';
import { wechatAlbum, wechatArticle } from './pages/wechat';
import { weiboMobileProfile, weiboPlainProfile, weiboProfile } from './pages/weibo';
import { weishiProfile } from './pages/weishi';
import { xiaohongshuProfile } from './pages/xiaohongshu';

/** What an account's page may be like when a reviewer opens it. */
export const SPECIMEN_STATES = [
  'fresh',
  'stale',
  'pinned',
  'foreign',
  'empty',
  'gate',
  'dead',
  'closed',
  'misspelt',
] as const;
export type SpecimenState = (typeof SPECIMEN_STATES)[number];

/** A platform's account page in one of its skins. */
export interface Skin {
  name: string;
  platform: DemoPlatform;
  draw: ProfilePage;
  id(state: number): string;
  /** Host, path and query. */
  address(id: string): string;
}

const number = (base: number) => (state: number) => String(base + state);
const skin = (
  name: string,
  platform: DemoPlatform,
  draw: ProfilePage,
  id: Skin['id'],
  address: Skin['address'],
): Skin => ({ name, platform, draw, id, address });

/** Every skin that an adapter reads, with an address of its own for each state. */
export const skins: readonly Skin[] = [
  skin('weibo.com', 'weibo', weiboProfile, number(7_799_100_000), (id) => `weibo.com/u/${id}`),
  skin('m.weibo.cn', 'weibo', weiboMobileProfile, number(7_799_200_000), (id) => `m.weibo.cn/u/${id}`),
  skin('weibo.cn', 'weibo', weiboPlainProfile, number(7_799_300_000), (id) => `weibo.cn/${id}/profile`),
  skin(
    '今日头条',
    'toutiao',
    toutiaoProfile,
    (state) => `MS4wLj${opaqueId(`specimen${state}`, 14)}`,
    (id) => `www.toutiao.com/c/user/token/${id}/`,
  ),
  skin(
    '抖音',
    'douyin',
    douyinProfile,
    (state) => `MS4wLjAB${opaqueId(`specimen${state}`, 12)}`,
    (id) => `www.douyin.com/user/${id}`,
  ),
  skin(
    '快手',
    'kuaishou',
    kuaishouProfile,
    (state) => `3x${opaqueId(`specimen${state}`, 12, '23456789abcdefghijkmnpqrstuvwxyz')}`,
    (id) => `www.kuaishou.com/profile/${id}`,
  ),
  skin(
    '小红书',
    'xiaohongshu',
    xiaohongshuProfile,
    (state) => `5e8f10aa000000000100${String(2000 + state)}`,
    (id) => `www.xiaohongshu.com/user/profile/${id}`,
  ),
  skin(
    '哔哩哔哩动态',
    'bilibili',
    bilibiliProfile,
    number(499_100),
    (id) => `space.bilibili.com/${id}/dynamic`,
  ),
  skin('哔哩哔哩视频', 'bilibili', bilibiliVideos, number(499_200), (id) => `space.bilibili.com/${id}/video`),
  skin(
    '百家号',
    'baijiahao',
    baijiahaoProfile,
    number(1_747_184_539_380_100),
    (id) => `author.baidu.com/home?app_id=${id}`,
  ),
  skin('微视', 'weishi', weishiProfile, number(1_500_900), (id) => `h5.weishi.qq.com/weishi/personal/${id}`),
  skin(
    '贴吧',
    'tieba',
    tiebaHome,
    (state) => `tb.1.specimen${state}`,
    (id) => `tieba.baidu.com/home/main?id=${id}`,
  ),
];

const NAME = '云河发布';
const UNIT = '云河市人民政府办公室';
const FOOT = '没有更多了';

/** Posts every three days back from the newest. */
function posts(newest: string, count = 8): DemoPost[] {
  return Array.from({ length: count }, (_, step) => {
    const day = new Date(Date.parse(newest) - step * 3 * 86_400_000).toISOString().slice(0, 10);
    return { at: `${day} 09:${10 + step}`, text: `第${count - step}期工作动态` };
  });
}

const PINNED: DemoPost = { at: '2021-03-02 10:00', text: '关于本账号的说明', pinned: true };

/** Newer than everything of the account's own: what must not count. */
const OTHERS = posts('2024-04-18', 4).map((post) => ({ ...post, text: `别人的内容：${post.text}` }));
const REPOST: DemoPost = {
  at: '2023-09-10 08:00',
  text: '转发',
  repost: { authorId: '7799999999', author: '云河晚报', at: '2024-04-17 20:00', text: '市民提问' },
};

const account = (of: Skin, state: SpecimenState, own: readonly DemoPost[]): DemoAccount => ({
  platform: of.platform,
  id: idOf(of, state),
  name: NAME,
  mark: `${UNIT}官方账号`,
  posts: own,
});

const DRAW: Record<SpecimenState, (of: Skin) => string> = {
  fresh: (of) => of.draw(account(of, 'fresh', posts('2024-04-16')), { foot: FOOT }),
  stale: (of) => of.draw(account(of, 'stale', posts('2023-09-19')), { foot: FOOT }),
  pinned: (of) => of.draw(account(of, 'pinned', [PINNED, ...posts('2024-04-10')]), { foot: FOOT }),
  foreign: (of) =>
    of.draw(account(of, 'foreign', [...posts('2023-09-19', 3), REPOST]), { foot: FOOT, recommended: OTHERS }),
  // 改证 for 改正, in a post of its own and in somebody else's.
  misspelt: (of) =>
    of.draw(
      account(of, 'misspelt', [
        { at: '2024-04-15 09:00', text: '对检查发现的违法行为责令限期改证，逾期未改正的依法予以处罚。' },
        ...posts('2024-04-12', 4),
      ]),
      {
        foot: FOOT,
        recommended: [
          { at: '2024-04-17 12:00', text: '某某单位对检查发现的问题责令限期改证，逾期不改的予以通报。' },
        ],
      },
    ),
  empty: (of) => of.draw(account(of, 'empty', [])).replace('</main>', '<p>还没有发布过内容</p></main>'),
  gate: (of) => noticePage(of.name, '登录后查看更多内容'),
  dead: (of) => noticePage(of.name, '该账号因违反相关规定已被封禁'),
  closed: (of) =>
    of.draw(
      account(of, 'closed', [
        { at: '2023-09-19 09:00', text: '关于停止更新本账号的公告' },
        ...posts('2023-09-16', 4),
      ]),
      { foot: FOOT },
    ),
};

function idOf(of: Skin, state: SpecimenState): string {
  return of.id(SPECIMEN_STATES.indexOf(state));
}

/** 微信 has no account page: articles, an album, and what stands in an article's place. */
export const wechatSpecimens = {
  fresh: 'mp.weixin.qq.com/s/Specimen00Fresh00000AA',
  old: 'mp.weixin.qq.com/s/Specimen00Old0000000AA',
  deleted: 'mp.weixin.qq.com/s/Specimen00Deleted000AA',
  gate: 'mp.weixin.qq.com/s/Specimen00Gate000000AA',
  album: 'mp.weixin.qq.com/mp/appmsgalbum?__biz=MzYyODg0MDg4NA==&action=getalbum&album_id=12',
} as const;

function wechatPages(): [string, () => string][] {
  const of = (own: readonly DemoPost[]): DemoAccount => ({
    platform: 'wechat',
    id: 'MzYyODg0MDg4NA==',
    name: NAME,
    mark: '',
    posts: own,
  });
  const [fresh] = posts('2024-04-16', 1);
  const [old] = posts('2024-02-16', 1);
  return [
    [wechatSpecimens.fresh, () => wechatArticle(of([]), fresh!)],
    [wechatSpecimens.old, () => wechatArticle(of([]), old!)],
    [wechatSpecimens.deleted, () => noticePage('微信公众平台', '该内容已被发布者删除')],
    [wechatSpecimens.gate, () => noticePage('微信公众平台', '当前环境异常，完成验证后即可继续访问。')],
    [wechatSpecimens.album, () => wechatAlbum(of(posts('2024-04-12', 5)))],
  ];
}

/** Where a skin's page in a state is served: host, path and query. */
export function specimenAddress(of: Skin, state: SpecimenState): string {
  return of.address(idOf(of, state));
}

const pages = new Map<string, () => string>([
  ...skins.flatMap((of) =>
    SPECIMEN_STATES.map((state) => [specimenAddress(of, state), () => DRAW[state](of)] as const),
  ),
  [`weibo.com/u/${virtualListId}`, virtualListPage],
  ...searchPages,
  ...wechatPages(),
]);

/** The hosts of the specimens that no account of the city lies on. */
export const specimenHosts: readonly string[] = [
  ...new Set([...pages.keys()].map((address) => address.slice(0, address.indexOf('/')))),
];

/** The specimen at an address, tokens aside; null when there is none. */
export function specimenPage({ url }: Visit): Reply | null {
  const page = pages.get(url.hostname + url.pathname + url.search.replace(/[?&]xsec_\w+=[^&]*/g, ''));
  return page ? { body: page() } : null;
}
