import type { Instant } from '../page/snapshot';

/**
 * Times hidden in the ids of posts. They say when a post was handed in, so "not published before";
 * ids exceed 2^53, hence BigInt. Measured errors: 0 s on 微博, 小红书 and 哔哩哔哩, up to 7.2 h where a post was scheduled.
 */

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 微博 counts seconds from here. */
const WEIBO_EPOCH = 515_483_463n;
/** 2017-07-01 00:00 in Shanghai: 哔哩哔哩 dynamics count from here; older ones were given ids afterwards. */
const BILIBILI_EPOCH = 1_498_838_400n;

/** The platforms began after 2005; anything outside is no id of theirs. */
function plausible(ms: number): Instant | null {
  return ms >= Date.UTC(2005, 0, 1) && ms < Date.UTC(2100, 0, 1) ? new Date(ms).toISOString() : null;
}

function digits(id: string): bigint | null {
  return /^\d{10,20}$/.test(id) ? BigInt(id) : null;
}

/** 微博 mid, decimal. */
export function weiboMidTime(mid: string): Instant | null {
  const id = digits(mid);
  return id === null ? null : plausible(Number((id >> 22n) + WEIBO_EPOCH) * 1000);
}

/** The decimal mid of a 微博 bid: groups of four base-62 digits from the right, seven decimal digits each. */
export function weiboMid(bid: string): string | null {
  if (!/^[0-9a-zA-Z]{8,10}$/.test(bid)) return null;
  let mid = '';
  for (let end = bid.length; end > 0; end -= 4) {
    let value = 0;
    for (const c of bid.slice(Math.max(0, end - 4), end)) value = value * 62 + BASE62.indexOf(c);
    mid = String(value).padStart(7, '0') + mid;
  }
  return mid.replace(/^0+/, '');
}

/** 小红书 note id: the first eight hex digits are unix seconds. */
export function xiaohongshuTime(noteId: string): Instant | null {
  return /^[0-9a-f]{24}$/.test(noteId) ? plausible(Number.parseInt(noteId.slice(0, 8), 16) * 1000) : null;
}

/** 哔哩哔哩 dynamic or opus id; null for dynamics from before ids were counted by time. */
export function bilibiliTime(dynamicId: string): Instant | null {
  const id = digits(dynamicId);
  if (id === null || id >> 32n < 86_400n) return null;
  return plausible(Number((id >> 32n) + BILIBILI_EPOCH) * 1000);
}

/** 抖音 aweme id and 今日头条 group id: the upper 32 bits are unix seconds. */
export function bytedanceTime(id: string): Instant | null {
  const value = digits(id);
  return value === null ? null : plausible(Number(value >> 32n) * 1000);
}

/** 百家号 article id: unix milliseconds above 20 bits. Only good enough to find the year of a date without one. */
export function baijiahaoTime(articleId: string): Instant | null {
  const id = digits(articleId);
  return id === null ? null : plausible(Number(id >> 20n));
}

/** What the address of a 快手 picture tells. */
export interface KuaishouImage {
  at: Instant;
  userId: string;
}

/**
 * 快手 cover (`/upic/YYYY/MM/DD/HH/B<base64>_…`) or portrait (`/uhead/…`): the base64 part says
 * `YYYYMMDDHHMMSS_<userId>_<photoId>_…`, Shanghai time.
 */
export function kuaishouImage(src: string): KuaishouImage | null {
  const encoded =
    /\/(?:upic|uhead\/[A-Z]{2})\/\d{4}\/\d\d\/\d\d\/\d\d\/B([A-Za-z0-9+/]{24,}={0,2})(?:_|\.|$)/.exec(
      src,
    )?.[1];
  if (!encoded) return null;
  let plain: string;
  try {
    plain = atob(encoded);
  } catch {
    return null;
  }
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_(\d+)_/.exec(plain);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, userId] = found;
  const at = plausible(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`));
  return at === null ? null : { at, userId: userId! };
}
