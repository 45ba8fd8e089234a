import { opaqueId } from '../../../demo/accounts/ids';
import type { DemoAccount, DemoPlatform, DemoPost, ProfilePage } from '../../../demo/accounts/model';
import { baijiahaoProfile } from '../../../demo/accounts/pages/baijiahao';
import { bilibiliProfile, bilibiliVideos } from '../../../demo/accounts/pages/bilibili';
import { douyinProfile } from '../../../demo/accounts/pages/douyin';
import { kuaishouProfile } from '../../../demo/accounts/pages/kuaishou';
import { tiebaHome } from '../../../demo/accounts/pages/tieba';
import { toutiaoProfile } from '../../../demo/accounts/pages/toutiao';
import { weiboMobileProfile, weiboPlainProfile, weiboProfile } from '../../../demo/accounts/pages/weibo';
import { weishiProfile } from '../../../demo/accounts/pages/weishi';
import { xiaohongshuProfile } from '../../../demo/accounts/pages/xiaohongshu';
import { readAccount as read } from '../../../utils/accounts/registry';
import type { AccountSnapshot } from '../../../utils/accounts/snapshot';
import type { Instant } from '../../../utils/page/snapshot';

/** What an adapter reads of an account's page or post, as data. */
export function readAccount(document: Document, address: string, readAt: Instant): AccountSnapshot | null {
  return read(document, address, readAt)?.snapshot ?? null;
}

/** A platform's account page as a test opens it. */
export interface ProfileCase {
  name: string;
  platform: DemoPlatform;
  draw: ProfilePage;
  id: string;
  url: string;
  /** Where the time of a post comes from on this page. */
  source: 'page' | 'id';
  /** What one who is not told the class names must still know. */
  withoutClasses: 'same' | 'sameOrUnknown';
}

const profile = (
  name: string,
  platform: DemoPlatform,
  draw: ProfilePage,
  id: string,
  url: string,
  source: 'page' | 'id',
  withoutClasses: ProfileCase['withoutClasses'] = 'same',
): ProfileCase => ({ name, platform, draw, id, url, source, withoutClasses });

const note = '5e8f10aa0000000001001234';

export const profiles: readonly ProfileCase[] = [
  profile('weibo.com', 'weibo', weiboProfile, '7712345001', 'https://weibo.com/u/7712345001', 'page'),
  profile('weibo.com by domain', 'weibo', weiboProfile, '7712345001', 'https://weibo.com/yunhefabu', 'page'),
  profile('m.weibo.cn', 'weibo', weiboMobileProfile, '7712345001', 'https://m.weibo.cn/u/7712345001', 'page'),
  profile(
    'weibo.cn',
    'weibo',
    weiboPlainProfile,
    '7712345001',
    'https://weibo.cn/7712345001/profile',
    'page',
  ),
  profile(
    '今日头条',
    'toutiao',
    toutiaoProfile,
    'MS4wLjA',
    'https://www.toutiao.com/c/user/token/MS4wLjA/',
    'page',
  ),
  profile('抖音', 'douyin', douyinProfile, 'MS4wLjAB', 'https://www.douyin.com/user/MS4wLjAB', 'id'),
  profile('快手', 'kuaishou', kuaishouProfile, '3xyunhe', 'https://www.kuaishou.com/profile/3xyunhe', 'id'),
  profile(
    '小红书',
    'xiaohongshu',
    xiaohongshuProfile,
    note,
    `https://www.xiaohongshu.com/user/profile/${note}`,
    'id',
  ),
  profile(
    '哔哩哔哩动态',
    'bilibili',
    bilibiliProfile,
    '777123',
    'https://space.bilibili.com/777123/dynamic',
    'page',
  ),
  profile(
    '哔哩哔哩视频',
    'bilibili',
    bilibiliVideos,
    '777123',
    'https://space.bilibili.com/777123/video',
    'page',
  ),
  profile(
    '百家号',
    'baijiahao',
    baijiahaoProfile,
    '1747184539380001',
    'https://author.baidu.com/home?app_id=1747184539380001',
    'page',
    'sameOrUnknown',
  ),
  profile(
    '微视',
    'weishi',
    weishiProfile,
    '1500001',
    'https://h5.weishi.qq.com/weishi/personal/1500001',
    'page',
    'sameOrUnknown',
  ),
  profile(
    '贴吧',
    'tieba',
    tiebaHome,
    'tb.1.yunhe',
    'https://tieba.baidu.com/home/main?id=tb.1.yunhe',
    'page',
    'sameOrUnknown',
  ),
];

/** The moment at which every test page is read, unless it says otherwise. */
export const READ_AT = '2024-04-18T09:30:00+08:00';

export function account(
  of: ProfileCase,
  posts: readonly DemoPost[],
  mark = '云河市人民政府官方账号',
): DemoAccount {
  return { platform: of.platform, id: of.id, name: '云河发布', mark, posts };
}

/** One post a day, at nine, newest first. */
export function daily(newest: string, count: number, everyDays = 1): DemoPost[] {
  const start = Date.parse(`${newest}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(start - i * everyDays * 86_400_000).toISOString().slice(0, 10);
    return { at: `${day} 09:0${i % 10}`, text: `云河市今日要闻第${count - i}期` };
  });
}

/** The page with every class name replaced, as after a new build of the platform's front end. */
export function withoutClassNames(html: string): string {
  return html.replace(/ class="[^"]*"/g, (found) => ` class="${opaqueId(found, 6)}"`);
}

/**
 * The same page as a redesign could draw it: other tags, other nesting, no class, no id, no attribute that scripts left. Only
 * what the platform cannot change lightly is left: addresses, pictures' addresses, texts, delivered scripts.
 */
export function inAlienLayout(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of [...page.body.querySelectorAll('*')]) {
    if (element.closest('script')) continue;
    for (const { name } of [...element.attributes])
      if (!['href', 'src', 'style'].includes(name)) element.removeAttribute(name);
    if (['A', 'IMG'].includes(element.tagName)) continue;
    const outer = page.createElement('div');
    const inner = page.createElement('div');
    inner.append(...element.childNodes);
    outer.append(inner);
    element.replaceWith(outer);
  }
  return page.documentElement.outerHTML;
}
