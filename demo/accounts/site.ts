import type { Reply, Route } from '../site';
import { type CityAccount, cityAccounts } from './city';
import type { DemoPlatform } from './model';
import { baijiahaoProfile } from './pages/baijiahao';
import { bilibiliProfile } from './pages/bilibili';
import { douyinProfile } from './pages/douyin';
import { kuaishouProfile } from './pages/kuaishou';
import { tiebaHome } from './pages/tieba';
import { toutiaoProfile } from './pages/toutiao';
import { wechatArticle } from './pages/wechat';
import { weiboProfile } from './pages/weibo';
import { weishiProfile } from './pages/weishi';
import { xiaohongshuProfile } from './pages/xiaohongshu';
import { postPages } from './posts';

const FOOT = '没有更多了';

const DRAW: Record<DemoPlatform, (account: CityAccount) => string> = {
  wechat: (account) => wechatArticle(account, account.posts[0]!),
  weibo: (account) => weiboProfile(account, { foot: FOOT }),
  douyin: (account) => douyinProfile(account, { foot: FOOT }),
  kuaishou: (account) => kuaishouProfile(account, { foot: FOOT }),
  toutiao: (account) => toutiaoProfile(account, { foot: FOOT }),
  weishi: (account) => weishiProfile(account, { foot: FOOT }),
  xiaohongshu: (account) => xiaohongshuProfile(account, { foot: FOOT }),
  bilibili: (account) => bilibiliProfile(account, { foot: FOOT }),
  baijiahao: (account) => baijiahaoProfile(account, { foot: FOOT }),
  tieba: (account) => tiebaHome(account, { foot: FOOT }),
};

const profiles = new Map(cityAccounts.map((account) => [account.host + account.path, account]));
const posts = postPages(cityAccounts);

/** The platforms' hosts, to be mapped to the demo server like those of the portal. */
export const accountHosts: readonly string[] = [
  ...new Set([...profiles.keys(), ...posts.keys()].map((address) => address.slice(0, address.indexOf('/')))),
];

/** The page of an account of the demo or of one of its posts; null when the address is none of theirs. */
export const accountPage = (visit: Parameters<Route>[0]): Reply | null => {
  const { hostname, pathname, search } = visit.url;
  for (const address of [hostname + pathname + search, hostname + pathname]) {
    const account = profiles.get(address);
    if (account) return { body: DRAW[account.platform](account) };
    const post = posts.get(address);
    if (post) return { body: post() };
  }
  return null;
};
