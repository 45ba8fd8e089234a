/** The platforms in the order in which notices count them. */
export const platforms = [
  'wechat',
  'weibo',
  'douyin',
  'kuaishou',
  'toutiao',
  'weishi',
  'xiaohongshu',
  'bilibili',
  'baijiahao',
  'tieba',
] as const;
export type Platform = (typeof platforms)[number];

/** How ledgers write each platform; the first is its name in notices. */
export const platformNames: Record<Platform, readonly string[]> = {
  wechat: ['微信公众号', '微信', '公众号', '微信订阅号', '微信服务号', '微信公众平台', 'wechat'],
  weibo: ['微博', '新浪微博', '政务微博', '官方微博', 'weibo'],
  douyin: ['抖音', '抖音号', '抖音短视频', 'douyin'],
  kuaishou: ['快手', '快手号', 'kuaishou'],
  toutiao: ['今日头条', '头条', '头条号', '今日头条号', 'toutiao'],
  weishi: ['微视', '腾讯微视', 'weishi'],
  xiaohongshu: ['小红书', '小红书号', 'xiaohongshu'],
  bilibili: ['哔哩哔哩', 'b站', 'B站', 'bilibili', '哔哩哔哩号'],
  baijiahao: ['百家号', '百度百家号', '百度百家', 'baijiahao'],
  tieba: ['百度贴吧', '贴吧', 'tieba'],
};

/** The platform that a ledger's cell means; null when it names none that is known. */
export function platformOf(cell: string): Platform | null {
  const text = cell.replace(/\s+/gu, '').toLowerCase();
  return (
    platforms.find((platform) => platformNames[platform].some((name) => name.toLowerCase() === text)) ?? null
  );
}

/**
 * Where each platform's pages lie: the sites that the reviewer is asked to allow once the roster holds one of its
 * accounts. `*.` stands for the site and everything under it, as in the browsers' match patterns.
 */
const SITES: Record<Platform, readonly string[]> = {
  wechat: ['mp.weixin.qq.com', 'weixin.sogou.com'],
  weibo: ['*.weibo.com', '*.weibo.cn'],
  douyin: ['*.douyin.com', '*.iesdouyin.com'],
  kuaishou: ['*.kuaishou.com', '*.gifshow.com'],
  toutiao: ['*.toutiao.com'],
  weishi: ['*.weishi.qq.com'],
  xiaohongshu: ['*.xiaohongshu.com'],
  bilibili: ['*.bilibili.com'],
  baijiahao: ['author.baidu.com', 'baijiahao.baidu.com'],
  tieba: ['tieba.baidu.com'],
};

/** The match patterns of a platform's pages, for the browser's permission. */
export function originsOf(platform: Platform): string[] {
  return SITES[platform].map((site) => `*://${site}/*`);
}

/** The platform that a host belongs to; null when it is an ordinary site's. A pattern's host (`*.weibo.com`) is one too. */
export function platformOfHost(host: string): Platform | null {
  const bare = host.replace(/^\*\./, '');
  const within = (site: string) =>
    site.startsWith('*.') ? `.${bare}`.endsWith(site.slice(1)) : bare === site;
  return platforms.find((platform) => SITES[platform].some(within)) ?? null;
}

/** The platform that an address lies on; null when it is an ordinary site's. */
export function platformOfUrl(address: string): Platform | null {
  return URL.canParse(address) ? platformOfHost(new URL(address).hostname) : null;
}
