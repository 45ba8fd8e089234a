import { opaqueId } from './ids';
import type { DemoAccount, DemoPlatform, DemoPost } from './model';

/** An official account of 云河市 as its ledger lists it. */
export interface CityAccount extends DemoAccount {
  unit: string;
  /** Host and path of the page that the ledger names. */
  host: string;
  path: string;
}

const UNITS = [
  '云河市人民政府办公室',
  '青岭县人民政府办公室',
  '南塘县人民政府办公室',
  '白石县人民政府办公室',
  '云河市公安局',
  '云河市市场监督管理局',
  '云河市教育局',
  '云河市卫生健康委员会',
  '云河市文化和旅游局',
  '云河市应急管理局',
  '云河市交通运输局',
  '云河市住房和城乡建设局',
  '云河市人力资源和社会保障局',
  '云河市工业和信息化局',
  '云河市民政局',
  '云河市司法局',
  '云河市财政局',
  '云河市自然资源局',
  '云河市生态环境局',
  '云河市水务局',
  '云河市农业农村局',
  '云河市商务局',
  '云河市审计局',
  '云河市医疗保障局',
  '云河市林业和草原局',
  '云河市体育局',
  '云河市统计局',
  '云河市政务服务局',
] as const;

const COUNTS: readonly (readonly [DemoPlatform, number])[] = [
  ['wechat', 28],
  ['weibo', 13],
  ['douyin', 8],
  ['kuaishou', 6],
  ['toutiao', 5],
  ['weishi', 3],
  ['xiaohongshu', 1],
  ['bilibili', 1],
  ['baijiahao', 1],
  ['tieba', 1],
];

/** The one account that is not kept up: its 微博 ends on this day. */
const STALE = { platform: 'weibo', unit: '云河市市场监督管理局', since: '2023-09-19' } as const;

/** Titles of posts; each account takes them in its own order. */
const TITLES = [
  '本周工作一览',
  '便民提示：春季出行注意事项',
  '办事指南：材料清单已更新',
  '一图看懂近期惠民政策',
  '活动预告：政务公开进社区',
  '防汛减灾科普知识',
];

/** The 67 accounts of 云河市, by platform in the order of notices. */
export const cityAccounts: readonly CityAccount[] = COUNTS.flatMap(([platform, count]) =>
  UNITS.slice(0, count).map((unit, index) => accountOf(platform, unit, index)),
);

/** The same accounts after the neglected one was taken up again. */
export const cityAccountsAfterNotice: readonly CityAccount[] = cityAccounts.map((account) =>
  isStale(account.platform, account.unit)
    ? { ...account, posts: [{ at: '2024-05-06 09:30', text: TITLES[0]! }, ...account.posts] }
    : account,
);

function isStale(platform: DemoPlatform, unit: string): boolean {
  return platform === STALE.platform && unit === STALE.unit;
}

function accountOf(platform: DemoPlatform, unit: string, index: number): CityAccount {
  const name = nameOf(unit);
  const id = idOf(platform, index);
  const posts = postsOf(platform, unit, index);
  const account = { platform, id, name, mark: `${unit}官方账号`, posts, unit };
  return { ...account, ...addressOf(account) };
}

/** 云河市公安局 speaks as 云河公安, 云河市人民政府办公室 as 云河发布. */
function nameOf(unit: string): string {
  const place = unit.slice(0, 2);
  if (unit.endsWith('人民政府办公室')) return `${place}发布`;
  return place + unit.slice(3).replace(/(委员会|管理局|局)$/, '');
}

/** Two posts a week, the newest one to five days before the demo's day; the stale account's end earlier. */
function postsOf(platform: DemoPlatform, unit: string, index: number): DemoPost[] {
  const newest = Date.parse(isStale(platform, unit) ? STALE.since : `2024-04-${17 - (index % 5)}`);
  return Array.from({ length: 8 }, (_, step) => {
    const day = new Date(newest - step * 3 * 86_400_000).toISOString().slice(0, 10);
    return { at: `${day} 09:${10 + ((index + step) % 40)}`, text: TITLES[(index + step) % TITLES.length]! };
  });
}

function idOf(platform: DemoPlatform, index: number): string {
  const number = String(7_712_340_000 + index);
  switch (platform) {
    case 'wechat':
      return `Mz${opaqueId(`yunhe${index}`, 14)}==`;
    case 'douyin':
      return `MS4wLjAB${opaqueId(`douyin${index}`, 12)}`;
    case 'kuaishou':
      return `3x${opaqueId(`kuaishou${index}`, 12, '23456789abcdefghijkmnpqrstuvwxyz')}`;
    case 'toutiao':
      return `MS4wLj${opaqueId(`toutiao${index}`, 14)}`;
    case 'xiaohongshu':
      return '5e8f10aa0000000001001234';
    case 'tieba':
      return 'tb.1.yunhe';
    default:
      return number;
  }
}

function addressOf(account: DemoAccount): { host: string; path: string } {
  const { id } = account;
  switch (account.platform) {
    // 微信 shows no account page outside its app: the ledger names an article of the account.
    case 'wechat':
      return { host: 'mp.weixin.qq.com', path: `/s/${opaqueId(id + account.posts[0]!.at, 22)}` };
    case 'weibo':
      return { host: 'weibo.com', path: `/u/${id}` };
    case 'douyin':
      return { host: 'www.douyin.com', path: `/user/${id}` };
    case 'kuaishou':
      return { host: 'www.kuaishou.com', path: `/profile/${id}` };
    case 'toutiao':
      return { host: 'www.toutiao.com', path: `/c/user/token/${id}/` };
    case 'weishi':
      return { host: 'h5.weishi.qq.com', path: `/weishi/personal/${id}` };
    case 'xiaohongshu':
      return { host: 'www.xiaohongshu.com', path: `/user/profile/${id}` };
    case 'bilibili':
      return { host: 'space.bilibili.com', path: `/${id}/dynamic` };
    case 'baijiahao':
      return { host: 'author.baidu.com', path: `/home?app_id=${id}` };
    case 'tieba':
      return { host: 'tieba.baidu.com', path: `/home/main?id=${id}` };
  }
}
