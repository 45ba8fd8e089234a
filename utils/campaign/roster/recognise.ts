import type { Platform } from '../../accounts/platform';
import { hostOf, pageKey } from '../../findings/url';
import type { RosterItem } from './item';

/** What is known of a page that is being looked at. */
export interface PageAddress {
  url: string;
  /** 网站标识码 as the page states it; '' when it does not. */
  siteCode?: string;
  /** What the page says about the account it belongs to. */
  account?: { platform: Platform; id: string | null; name: string | null } | null;
}

/** Says which roster item a page belongs to; null when to none. */
export type Recogniser = (page: PageAddress) => RosterItem | null;

/** What else an item is known under: hosts that its address was seen to lead to. */
export type Landings = ReadonlyMap<string, readonly string[]>;

/**
 * Prepares a roster for recognising pages. A page belongs to the item whose address is the longest beginning of its
 * own, on the item's host, a mirror host or a host that its address redirects to; else to the site with its 标识码.
 * A column wins over its site because its address is longer.
 */
export function recogniser(items: readonly RosterItem[], landings: Landings = new Map()): Recogniser {
  const byHost = new Map<string, { prefix: string; item: RosterItem }[]>();
  const byCode = new Map<string, RosterItem>();
  const accounts = items.filter((item) => item.kind === 'account');
  const put = (host: string, prefix: string, item: RosterItem) => {
    if (host) byHost.set(host, [...(byHost.get(host) ?? []), { prefix, item }]);
  };
  for (const item of items) {
    if (item.kind === 'account') continue;
    const prefix = folderOf(item.url);
    put(hostOf(item.url), prefix, item);
    for (const host of item.hosts) put(host.replace(/^www\./, ''), prefix, item);
    for (const url of landings.get(item.id) ?? []) put(hostOf(url), folderOf(url), item);
    if (item.kind === 'site' && item.code) byCode.set(item.code, item);
  }
  for (const list of byHost.values()) list.sort((a, b) => b.prefix.length - a.prefix.length);

  return (page) => {
    const account = accountOf(page, accounts, landings);
    if (account || page.account) return account;
    const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
    const found = byHost.get(hostOf(page.url))?.find(({ prefix }) => path.startsWith(prefix));
    return found?.item ?? (page.siteCode ? (byCode.get(page.siteCode) ?? null) : null);
  };
}

/** The folder that an address stands for: `/tzgg/index.html` and `/tzgg/list.shtml` mean `/tzgg/`. */
function folderOf(address: string): string {
  if (!URL.canParse(address)) return '/';
  const { pathname } = new URL(address);
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

/** By address, by the platform's id in the address or the ledger, or by an equal name on the same platform. */
function accountOf(
  page: PageAddress,
  accounts: readonly RosterItem[],
  landings: Landings,
): RosterItem | null {
  const key = pageKey(page.url);
  const here = accounts.find(
    (item) =>
      (item.url && pageKey(item.url) === key) ||
      (landings.get(item.id) ?? []).some((url) => pageKey(url) === key),
  );
  if (here || !page.account) return here ?? null;
  const { platform, id, name } = page.account;
  const same = accounts.filter((item) => item.platform === platform);
  return (
    (id && same.find((item) => item.code === id || partsOf(item.url).includes(id))) ||
    (name && same.find((item) => item.name === name)) ||
    null
  );
}

function partsOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { pathname, searchParams } = new URL(address);
  return [...pathname.split('/'), ...searchParams.values()].filter(Boolean);
}
