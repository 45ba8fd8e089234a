import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bilibiliTime, bytedanceTime, kuaishouImage, weiboMid } from '../../utils/accounts/idTime';
import { judgeLiveness } from '../../utils/accounts/liveness';
import type { AccountSnapshot } from '../../utils/accounts/snapshot';
import { dayOf } from '../../utils/dates/civil';
import { defaultPack } from '../../utils/indicators/packs';
import { SavedPages } from '../lib/pages';

/** A capture with what its side file says about it. */
interface Capture {
  file: string;
  truth: SideFile;
}

interface SideFile {
  url?: string;
  posts?: { bid: string; true: string }[];
  shown?: { create: string[] };
  true?: unknown;
}

/** One thing that was compared. */
interface Result {
  what: string;
  expected: unknown;
  found: unknown;
}

const RULE = { value: 14, unit: 'days' as const };
const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
const minute = (instant: string | null | undefined) => instant?.slice(0, 16) ?? null;

/**
 * Compares what the adapters read with the side file of every public capture, and prints each difference.
 * @param root the folder of the checkout; the captures lie beside it.
 * @returns the number of differences; null when there are no captures.
 */
export async function evaluateAccounts(root: string): Promise<number | null> {
  const folder = join(root, '..', 'shared', 'data', 'accounts');
  if (!existsSync(folder)) {
    console.log('Skipped: the captures of accounts are not beside this checkout (../shared/data/accounts).');
    return null;
  }
  const results = idResults(folder);
  const pages = await SavedPages.open();
  const scratch = await mkdtemp(join(tmpdir(), 'accounts-'));
  try {
    for (const capture of captures(folder)) results.push(...(await pageResults(pages, capture, scratch)));
  } finally {
    await pages.close();
    await rm(scratch, { recursive: true });
  }
  const wrong = results.filter(({ expected, found }) => JSON.stringify(expected) !== JSON.stringify(found));
  for (const { what, expected, found } of wrong) {
    console.log(`${what}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(found)}`);
  }
  console.log(`accounts: ${results.length - wrong.length} of ${results.length} right`);
  return wrong.length;
}

function captures(folder: string): Capture[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ file: join(folder, name), truth: sideFile(folder, name) }));
}

function sideFile(folder: string, name: string): SideFile {
  return JSON.parse(readFileSync(join(folder, `${name}.source.json`), 'utf8')) as SideFile;
}

/** Captures of data without a page: the rules for ids are compared with the times that came with them. */
function idResults(folder: string): Result[] {
  const results: Result[] = [];
  for (const name of ['douyin-id-time-pairs.json', 'toutiao-id-time-pairs.json']) {
    for (const { id, by_id } of sideFile(folder, name).true as { id: string; by_id: string }[]) {
      results.push({ what: `${name} ${id}`, expected: shanghai(by_id), found: bytedanceTime(id) });
    }
  }
  const dynamics = JSON.parse(
    readFileSync(join(folder, 'bilibili-dynamic-feed-space.excerpt.json'), 'utf8'),
  ) as {
    data: { items: { id_str: string; modules: { module_author: { pub_ts: number } } }[] };
  };
  for (const { id_str, modules } of dynamics.data.items) {
    const expected = new Date(modules.module_author.pub_ts * 1000).toISOString();
    results.push({ what: `bilibili ${id_str}`, expected, found: bilibiliTime(id_str) });
  }
  const name = 'kuaishou-live-profile-public-2026-pinned.excerpt.json';
  const works = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    data: { list: { poster: string }[] };
  };
  const newest = works.data.list
    .map(({ poster }) => kuaishouImage(poster)?.at ?? '')
    .sort()
    .at(-1);
  const { newest: words } = sideFile(folder, name).true as { newest: string };
  results.push({ what: 'kuaishou newest', expected: shanghai(words.slice(0, 19)), found: newest });
  return results;
}

async function pageResults(pages: SavedPages, { file, truth }: Capture, scratch: string): Promise<Result[]> {
  const name = file.split('/').at(-1)!;
  const read = async (path: string, url: string, at: string) =>
    (await pages.check(path, url, Date.parse(at), defaultPack.id)).snapshot.account!;
  if (name.startsWith('weibo'))
    return weiboResults(name, truth, await read(file, truth.url!, '2020-06-19T00:47:00+08:00'));
  if (name.startsWith('wechat')) {
    const account = await read(
      file,
      'https://mp.weixin.qq.com/s/AAAAAAAAAAAAAAAAAAAAAA',
      '2026-01-01T12:00:00+08:00',
    );
    return wechatResults(name, truth, account);
  }
  if (name.startsWith('tieba')) {
    const path = join(scratch, name);
    await writeFile(path, revealed(readFileSync(file, 'utf8')));
    return tiebaResults(
      name,
      truth,
      await read(path, 'https://tieba.baidu.com/f?kw=x', '2024-08-08T12:00:00+08:00'),
    );
  }
  const article = name.startsWith('baijiahao');
  const url = article
    ? 'https://baijiahao.baidu.com/s?id=1768432561425654321'
    : 'https://www.toutiao.com/c/user/token/x/';
  const account = await read(file, url, article ? '2024-04-18T12:00:00+08:00' : '2022-06-17T13:56:00+08:00');
  const expected = article ? (truth.true as string).slice(0, 10) : '2022-06-17';
  return [{ what: name, expected, found: account.newest }];
}

function weiboResults(name: string, { posts = [] }: SideFile, account: AccountSnapshot): Result[] {
  const newest = posts
    .map((post) => post.true)
    .sort()
    .at(-1)!;
  const listed = posts.map((post) => [weiboMid(post.bid), minute(shanghai(post.true))]);
  const found = account.posts.map((post) => [post.id, minute(post.time?.at)]);
  return [
    { what: `${name} newest`, expected: newest.slice(0, 10), found: account.newest },
    { what: `${name} posts`, expected: listed, found },
  ];
}

function wechatResults(name: string, truth: SideFile, account: AccountSnapshot): Result[] {
  const { ct, nickname } = truth.true as { ct: string | null; nickname: string | null };
  const at = ct ? new Date(Number(ct) * 1000).toISOString() : null;
  const { state } = judgeLiveness(account, at ? dayOf(at) : '2024-04-18', RULE);
  return [
    { what: `${name} newest`, expected: at && dayOf(at), found: account.newest },
    { what: `${name} time`, expected: at, found: account.posts[0]?.time?.at ?? null },
    { what: `${name} name`, expected: nickname, found: account.name },
    { what: `${name} state`, expected: at ? 'alive' : 'gone', found: state },
  ];
}

/** A 吧 dates everybody's threads, and nothing about an account. */
function tiebaResults(name: string, { shown }: SideFile, account: AccountSnapshot): Result[] {
  const expected = shown!.create.map((text) => {
    if (text.includes(':')) return '2024-08-08';
    return text.length === 7 ? text : `2024-${text.replace(/\d+/g, (n) => n.padStart(2, '0'))}`;
  });
  const found = account.posts.map(({ time }) => time?.day ?? time?.earliest.slice(0, 7));
  return [
    { what: `${name} threads`, expected, found },
    { what: `${name} newest`, expected: null, found: account.newest },
    { what: `${name} state`, expected: 'unknown', found: judgeLiveness(account, '2024-08-08', RULE).state },
  ];
}

/** Old 贴吧 delivers its parts inside comments, which its own script puts in place; saved pages are opened without scripts. */
function revealed(html: string): string {
  return html.replace(
    /(<code class="pagelet_html"[^>]*?)(?: style="display:none;?")?>\s*<!--([\s\S]*?)-->\s*<\/code>/g,
    '<div>$2</div>',
  );
}
