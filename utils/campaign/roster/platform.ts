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

/** Hosts of the platforms, for addresses in ledgers. */
const HOSTS: readonly [RegExp, Platform][] = [
  [/(^|\.)mp\.weixin\.qq\.com$/, 'wechat'],
  [/(^|\.)weibo\.(com|cn)$/, 'weibo'],
  [/(^|\.)douyin\.com$/, 'douyin'],
  [/(^|\.)(kuaishou|gifshow)\.com$/, 'kuaishou'],
  [/(^|\.)toutiao\.com$/, 'toutiao'],
  [/(^|\.)weishi\.qq\.com$/, 'weishi'],
  [/(^|\.)xiaohongshu\.com$/, 'xiaohongshu'],
  [/(^|\.)bilibili\.com$/, 'bilibili'],
  [/(^|\.)(author|baijiahao)\.baidu\.com$/, 'baijiahao'],
  [/(^|\.)tieba\.baidu\.com$/, 'tieba'],
];

/** The platform that an address lies on; null when it is an ordinary site's. */
export function platformOfUrl(address: string): Platform | null {
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? null;
}
