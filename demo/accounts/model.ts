/** The vocabulary of the synthetic official accounts. */

export type DemoPlatform =
  | 'wechat'
  | 'weibo'
  | 'toutiao'
  | 'douyin'
  | 'kuaishou'
  | 'weishi'
  | 'xiaohongshu'
  | 'bilibili'
  | 'baijiahao'
  | 'tieba';

export interface DemoPost {
  /** When it was published, Shanghai time: `YYYY-MM-DD HH:MM`. */
  at: string;
  text: string;
  pinned?: boolean;
  /** What the page writes instead of the platform's usual label. */
  label?: string;
  /** When it was handed in, if that was earlier (a scheduled post); its id holds this time. */
  handedIn?: string;
  /** Somebody else's post inside this one. */
  repost?: { authorId: string; author: string; at: string; text: string };
}

export interface DemoAccount {
  platform: DemoPlatform;
  /** As in the platform's addresses. */
  id: string;
  name: string;
  /** The words of the verification mark; '' when the page shows none. */
  mark: string;
  posts: readonly DemoPost[];
}

/** What may stand on an account's page besides its own posts. */
export interface PageExtras {
  /** Other people's posts in a box of recommendations. */
  recommended?: readonly DemoPost[];
  /** Words at the foot of the list: 没有更多了, 登录后查看更多内容 … */
  foot?: string;
}

/** Draws an account's page. */
export type ProfilePage = (account: DemoAccount, extras?: PageExtras) => string;

/** A day of the account's posts without the time of day. */
export function dayOf(post: DemoPost): string {
  return post.at.slice(0, 10);
}

/** The time in the post's id. */
export function idTimeOf(post: DemoPost): string {
  return post.handedIn ?? post.at;
}
