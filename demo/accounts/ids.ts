/** Makes ids of posts as the platforms do: the reverse of utils/accounts/idTime. Times are `YYYY-MM-DD HH:MM`, Shanghai. */

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function seconds(at: string): bigint {
  return BigInt(Date.parse(`${at.replace(' ', 'T')}:00+08:00`) / 1000);
}

export function weiboMid(at: string): string {
  return String(((seconds(at) - 515_483_463n) << 22n) + 4_627n);
}

export function weiboBid(at: string): string {
  const mid = weiboMid(at);
  let bid = '';
  for (let end = mid.length; end > 0; end -= 7) {
    let value = Number(mid.slice(Math.max(0, end - 7), end));
    let group = '';
    do {
      group = BASE62[value % 62] + group;
      value = Math.floor(value / 62);
    } while (value > 0);
    bid = (end > 7 ? group.padStart(4, '0') : group) + bid;
  }
  return bid;
}

/** 抖音 and 今日头条. */
export function bytedanceId(at: string): string {
  return String((seconds(at) << 32n) + 1_234_567n);
}

export function xiaohongshuId(at: string): string {
  return `${seconds(at).toString(16)}000000001203a4b5`;
}

/** Dynamics of 哔哩哔哩. */
export function bilibiliId(at: string): string {
  return String(((seconds(at) - 1_498_838_400n) << 32n) + 98_765n);
}

export function baijiahaoId(at: string): string {
  return String(((seconds(at) * 1000n) << 20n) + 4_321n);
}

/** Address of a 快手 cover (`upic`) or portrait (`uhead/AB`). */
export function kuaishouImage(kind: 'upic' | 'uhead/AB', at: string, userId: string): string {
  const digits = `${at.replace(/\D/g, '')}26`;
  const folder = `${at.slice(0, 10).replaceAll('-', '/')}/${at.slice(11, 13)}`;
  const name = btoa(`${digits}_${userId}_${digits.slice(4)}_1_3`);
  return `https://p2.a.yximgs.example/${kind}/${folder}/B${name}_${kind === 'upic' ? 'B7d' : 's'}.jpg`;
}

/** A name for what has no time in its id: letters from a fixed alphabet, the same for the same seed. */
export function opaqueId(seed: string, length: number, alphabet = BASE62): string {
  let hash = 2_166_136_261;
  let id = '';
  for (let i = 0; i < length; i++) {
    for (const c of `${seed}${i}`) hash = Math.imul(hash ^ c.charCodeAt(0), 16_777_619) >>> 0;
    id += alphabet[hash % alphabet.length];
  }
  return id;
}
