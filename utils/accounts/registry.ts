import type { Instant } from '../page/snapshot';
import type { AccountAdapter, AccountReading } from './adapter';
import { baijiahao } from './platforms/baijiahao';
import { bilibili } from './platforms/bilibili';
import { douyin } from './platforms/douyin';
import { kuaishou } from './platforms/kuaishou';
import { tieba } from './platforms/tieba';
import { toutiao } from './platforms/toutiao';
import { wechat } from './platforms/wechat';
import { wechatSearch } from './platforms/wechatSearch';
import { weibo } from './platforms/weibo';
import { weishi } from './platforms/weishi';
import { xiaohongshu } from './platforms/xiaohongshu';
import { parseUrl } from './url';

/** Every platform that is known, in the order of the notices. */
export const adapters: readonly AccountAdapter[] = [
  wechat,
  wechatSearch,
  weibo,
  douyin,
  kuaishou,
  toutiao,
  weishi,
  xiaohongshu,
  bilibili,
  baijiahao,
  tieba,
];

/** The adapter that knows this address, if any. */
export function adapterFor(url: URL): AccountAdapter | null {
  return adapters.find((adapter) => adapter.matches(url)) ?? null;
}

/** The platform's number of the account whose page this address is; null when the address does not tell. */
export function accountIdIn(address: string): string | null {
  const url = parseUrl(address);
  return (url && adapterFor(url)?.accountOf(url)) ?? null;
}

/** Reads an account's page or post; null when the address is of no known platform. */
export function readAccount(document: Document, address: string, readAt: Instant): AccountReading | null {
  const url = parseUrl(address);
  return (url && adapterFor(url)?.read({ document, url, readAt })) ?? null;
}
