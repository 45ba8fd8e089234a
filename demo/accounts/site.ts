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

/** Answers for the pages of these accounts and of their posts; null for an address that is none of theirs. */
export function accountPages(
  accounts: readonly CityAccount[],
): (visit: Parameters<Route>[0]) => Reply | null {
  const profiles = new Map(accounts.map((account) => [account.host + account.path, account]));
  const posts = postPages(accounts);
  return ({ url: { hostname, pathname, search } }) => {
    for (const address of [hostname + pathname + search, hostname + pathname]) {
      const account = profiles.get(address);
      if (account) return { body: DRAW[account.platform](account) };
      const post = posts.get(address);
      if (post) return { body: post() };
    }
    return null;
  };
}

/** The platforms' hosts, to be mapped to the demo server like those of the portal. */
export const accountHosts: readonly string[] = [
  ...new Set([
    ...cityAccounts.map(({ host }) => host),
    ...[...postPages(cityAccounts).keys()].map((address) => address.slice(0, address.indexOf('/'))),
  ]),
];
