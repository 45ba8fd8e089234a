import type { CityAccount } from './city';
import { baijiahaoId, bilibiliId, bytedanceId, weiboBid, xiaohongshuId } from './ids';
import { type DemoPlatform, type DemoPost, idTimeOf } from './model';
import { baijiahaoArticle } from './pages/baijiahao';
import { bilibiliVideo } from './pages/bilibili';
import { douyinVideo } from './pages/douyin';
import { kuaishouPhotoId, kuaishouVideo } from './pages/kuaishou';
import { tiebaThread, tiebaThreadId } from './pages/tieba';
import { toutiaoArticle } from './pages/toutiao';
import { wechatArticle, wechatCode } from './pages/wechat';
import { weiboPost } from './pages/weibo';
import { weishiVideo, weishiVideoId } from './pages/weishi';
import { xiaohongshuNote } from './pages/xiaohongshu';

type Draw = (account: CityAccount, post: DemoPost) => string;
type Address = (account: CityAccount, post: DemoPost) => string;

/** Where a post of each platform has a page of its own (host, path and query), and how it is drawn. */
const POSTS: Record<DemoPlatform, readonly [Address, Draw]> = {
  wechat: [(account, post) => `mp.weixin.qq.com/s/${wechatCode(account, post)}`, wechatArticle],
  weibo: [(account, post) => `weibo.com/${account.id}/${weiboBid(idTimeOf(post))}`, weiboPost],
  toutiao: [(_, post) => `www.toutiao.com/article/${bytedanceId(idTimeOf(post))}/`, toutiaoArticle],
  douyin: [(_, post) => `www.douyin.com/video/${bytedanceId(idTimeOf(post))}`, douyinVideo],
  kuaishou: [
    (account, post) => `www.kuaishou.com/short-video/${kuaishouPhotoId(account, post)}`,
    kuaishouVideo,
  ],
  weishi: [(account, post) => `h5.weishi.qq.com/weishi/feed/${weishiVideoId(account, post)}`, weishiVideo],
  xiaohongshu: [(_, post) => `www.xiaohongshu.com/explore/${xiaohongshuId(idTimeOf(post))}`, xiaohongshuNote],
  bilibili: [(_, post) => `www.bilibili.com/opus/${bilibiliId(idTimeOf(post))}`, bilibiliVideo],
  baijiahao: [(_, post) => `baijiahao.baidu.com/s?id=${baijiahaoId(idTimeOf(post))}`, baijiahaoArticle],
  tieba: [(account, post) => `tieba.baidu.com/p/${tiebaThreadId(account, post)}`, tiebaThread],
};

/** The page of every post of these accounts, by host, path and query. */
export function postPages(accounts: readonly CityAccount[]): Map<string, () => string> {
  const pages = new Map<string, () => string>();
  for (const account of accounts) {
    const [addressOf, draw] = POSTS[account.platform];
    for (const post of account.posts) pages.set(addressOf(account, post), () => draw(account, post));
  }
  return pages;
}
