import { browser } from 'wxt/browser';
import { nextInSweep, nextUnvisited, progressOf, sweepOf } from '../../utils/campaign/progress/board';
import type { ItemRecord } from '../../utils/campaign/progress/record';
import { LANDINGS, pageValue, verdictField } from '../../utils/campaign/progress/record';
import type { Coverage } from '../../utils/campaign/progress/state';
import { identityDoubts } from '../../utils/campaign/roster/identity';
import {
  itemId,
  itemKey,
  type RosterFields,
  type RosterItem,
  rosterValues,
} from '../../utils/campaign/roster/item';
import { type PagePlace, type PageVisit, seenPage, unitOf } from '../../utils/campaign/visit';
import type { Category } from '../../utils/checks/category';
import type { SeenConsultations } from '../../utils/consultations/consultation';
import type { FindingFields } from '../../utils/findings/finding';
import type { Json } from '../../utils/findings/json';
import { hostOf, pageKey, withoutSecrets } from '../../utils/findings/url';
import { siteOf } from '../../utils/links/site';
import { changeSettings } from '../../utils/settings';
import type { Sentence } from '../../utils/words';
import { expectedItem, expectItem, type OpenCampaign, openCampaign } from './campaign';
import { findings } from './store';

/** Records that a page of a roster item was read; null without an open campaign. */
export async function recordVisit(visit: PageVisit, tab: number | undefined): Promise<PagePlace | null> {
  const open = await openCampaign();
  if (!open) return null;
  const expected = tab === undefined ? null : await expectedItem(tab);
  const known = open.recognise(visit);
  const record = recordIn(open, known?.id ?? expected);
  if (!record) return placeOf(open, null, visit);
  const landed = record.item.id === expected;
  const doubts = doubtsIn(open, record.item, visit);
  const values: Record<string, Json> = pageValue(
    seenPage(visit, record.item, { judged: open.campaign.checkpoint ?? visit.day, landed, doubts }),
  );
  // A login in between is not where the address leads.
  if (landed && !known && visit.account?.own !== false)
    values[LANDINGS] = [...record.landings, withoutSecrets(visit.url)];
  await (await findings()).set([[record.item.id, values]]);
  const after = (await openCampaign()) ?? open;
  return placeOf(after, record.item.id, visit);
}

/** Settles a required check of an item, or every one that still waits, by the reviewer's word. */
export async function ruleItem({
  item,
  ruling,
  category,
}: {
  item: string;
  ruling: 'pass' | 'fail';
  category?: Category;
}): Promise<PagePlace | null> {
  const open = await openCampaign();
  const coverage = open && coverageIn(open, item);
  if (!coverage) return null;
  const ruled = (category ? [category] : waitingOf(coverage)).map((one) => [
    verdictField(one),
    { ruling, note: '', until: null },
  ]);
  if (ruled.length > 0) await (await findings()).set([[item, Object.fromEntries(ruled)]]);
  return placeOf((await openCampaign())!, item);
}

/** Puts the page's site, or its account, on the roster of the open campaign, at its end. */
export async function addToRoster(visit: PageVisit): Promise<PagePlace | null> {
  const open = await openCampaign();
  if (!open) return null;
  const { account } = visit;
  const fields: RosterFields = {
    kind: account ? 'account' : 'site',
    unit: visit.site || account?.name || visit.title,
    name: account ? (account.name ?? visit.title) : visit.site || hostOf(visit.url),
    url: account ? withoutSecrets(visit.url) : new URL('/', visit.url).href,
    platform: account?.platform ?? '',
    code: account ? (account.id ?? '') : visit.siteCode,
    site: '',
    columnKind: '',
    owner: '',
    status: 'normal',
    until: null,
    hosts: [],
    note: '',
    order: 1 + Math.max(0, ...open.records.map((record) => record.item.order)),
  };
  const id = itemId(open.campaign.id, itemKey(fields));
  await (await findings()).set([[id, { ...rosterValues(fields), deleted: false }]]);
  return recordVisit(visit, undefined);
}

/** Opens the next item that nobody has looked at, in the tab at hand or a new one; false when all is covered. */
export async function openNext(
  tab: { id?: number | undefined; url?: string | undefined } | undefined,
): Promise<boolean> {
  const open = await openCampaign();
  if (!open) return false;
  const current = tab?.url ? (open.recognise({ url: tab.url })?.id ?? null) : null;
  const next = (await sweptNext(open, current)) ?? nextUnvisited(open.board, current);
  if (!next?.record.item.url) return false;
  await openItem(next.record.item.id, /^https?:/.test(tab?.url ?? '') ? tab?.id : undefined);
  return true;
}

/** The next item of a sweep; when its check is settled everywhere, the sweep goes on with the next check, or ends. */
async function sweptNext(open: OpenCampaign, current: string | null): Promise<Coverage | null> {
  if (!open.sweep) return null;
  const step = nextInSweep(open.board, current, open.sweep);
  if (step?.category !== open.sweep) await changeSettings({ sweep: step?.category ?? '' });
  return step?.coverage ?? null;
}

/** Opens an item's address and remembers what for, so that a redirect to another host is understood. */
export async function openItem(item: string, tab?: number): Promise<void> {
  const open = await openCampaign();
  const record = open && recordIn(open, item);
  if (!record?.item.url) return;
  const id = tab ?? (await browser.tabs.create({ url: 'about:blank' })).id!;
  await expectItem(id, item);
  await browser.tabs.update(id, { url: record.item.url, active: true });
}

/** What a finding takes over from the campaign and the roster item that its page belongs to. */
export async function placeOfFinding(page: {
  url: string;
  site: string;
  siteCode: string;
}): Promise<Partial<FindingFields>> {
  const open = await openCampaign();
  if (!open) return {};
  const seen = open.records.find((record) =>
    record.pages.some((one) => pageKey(one.url) === pageKey(page.url)),
  );
  const item = seen?.item ?? open.recognise(page);
  if (!item) return { campaign: open.campaign.id };
  return {
    campaign: open.campaign.id,
    item: item.id,
    unit: unitOf(page.site, item, open.units),
    object: item.kind === 'account' ? 'account' : 'site',
    ...(item.kind === 'account' ? { platform: item.platform, site: item.name } : {}),
    ...(item.kind === 'site' && !page.siteCode ? { siteCode: item.code } : {}),
  };
}

function recordIn(open: OpenCampaign, item: string | null): ItemRecord | null {
  return open.records.find((record) => record.item.id === item) ?? null;
}

function coverageIn(open: OpenCampaign, item: string | null): Coverage | null {
  return open.board.find(({ record }) => record.item.id === item) ?? null;
}

/** What does not fit between the page's account and the roster. */
function doubtsIn(open: OpenCampaign, item: RosterItem | null, { account }: PageVisit): Sentence[] {
  const roster = open.records.map((record) => record.item);
  return account ? identityDoubts(account, item, roster) : [];
}

function waitingOf(coverage: Coverage) {
  return coverage.checks
    .filter(({ stand }) => stand === 'open' || stand === 'suggested' || stand === 'pending')
    .map(({ category }) => category);
}

/** How a page stands in the open campaign: its item, what waits, and what does not fit. */
export function placeOf(open: OpenCampaign, item: string | null, visit?: PageVisit): PagePlace {
  const coverage = coverageIn(open, item);
  const { covered, total } = progressOf(open.board);
  return {
    covered,
    total,
    sweep: open.sweep === '' ? null : { category: open.sweep, left: sweepOf(open.board, open.sweep).length },
    seen: visit?.consultations ? seenBefore(open, visit.url) : [],
    doubts: visit ? doubtsIn(open, coverage?.record.item ?? null, visit) : [],
    item: coverage && {
      id: coverage.record.item.id,
      name: coverage.record.item.name,
      unit: coverage.record.item.unit,
      kind: coverage.record.item.kind,
      platform: coverage.record.item.platform,
      state: coverage.state,
      waiting: waitingOf(coverage),
    },
  };
}

/** What the campaign's other pages of a site said about consultations: a call read yesterday meets its result today. */
function seenBefore(open: OpenCampaign, url: string): SeenConsultations[] {
  const [site, own] = [siteOf(url), pageKey(url)];
  return open.records
    .flatMap((record) => record.pages)
    .filter((page) => siteOf(page.url) === site && pageKey(page.url) !== own)
    .flatMap((page) => (page.consultations ? [page.consultations] : []));
}
