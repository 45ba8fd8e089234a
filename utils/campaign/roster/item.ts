import { type Platform, platforms } from '../../accounts/platform';
import { type Folded, valueIn } from '../../findings/fold';
import { canonicalJson, type Json } from '../../findings/json';
import { sha256Text } from '../../findings/sha256';
import { pageKey } from '../../findings/url';
import type { CivilDate, ColumnKind } from '../../page/snapshot';
import { asDate, asNumber, asOneOf, asText, asTexts } from '../values';

export const ITEM_KINDS = ['site', 'column', 'account'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** normal · closed: announced as closed (注销), which is legitimate · exempt: not inspected until a day. */
export const ITEM_STATUSES = ['normal', 'closed', 'exempt'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What a ledger says about one site, column or account. */
export interface RosterFields {
  kind: ItemKind;
  /** 责任单位. */
  unit: string;
  /** Name of the site, column or account. */
  name: string;
  /** Address of its first page; '' for accounts that have none outside their app. */
  url: string;
  /** '' for sites and columns. */
  platform: Platform | '';
  /** 网站标识码 of a site, or an account's number. */
  code: string;
  /** Name of the site that a column belongs to; '' otherwise. */
  site: string;
  columnKind: ColumnKind | '';
  /** 负责人 or 联系人. */
  owner: string;
  status: ItemStatus;
  /** Last day of an exemption; null = for good. */
  until: CivilDate | null;
  /** Further hosts on which it is served (镜像). */
  hosts: readonly string[];
  note: string;
  /** Place in the ledger, from 1. */
  order: number;
}

/** One line of the roster (台账). */
export interface RosterItem extends RosterFields {
  /** `r:` + the campaign's id + `/` + {@link itemKey}. */
  id: string;
  campaign: string;
  deleted: boolean;
}

const ROSTER = 'r:';

/** The beginning of the ids of a campaign's items. */
export function rosterPrefix(campaign: string): string {
  return `${ROSTER}${campaign}/`;
}

export function isRosterItem(subject: string): boolean {
  return subject.startsWith(ROSTER);
}

/**
 * What makes an item the same in two ledgers and two quarters: its kind, platform and address, or its name where it
 * has no address. 24 hex digits.
 */
export function itemKey(item: Pick<RosterFields, 'kind' | 'platform' | 'url' | 'name'>): string {
  const what = item.url ? pageKey(item.url) : item.name.replace(/\s+/gu, '');
  return sha256Text(canonicalJson([item.kind, item.platform, what])).slice(0, 24);
}

/** Id of an item in a campaign: two reviewers who import the same ledger make the same items. */
export function itemId(campaign: string, key: string): string {
  return rosterPrefix(campaign) + key;
}

/** The part of an id that is the same in every campaign. */
export function keyOfItem(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The values of an item as an entry keeps them. */
export function rosterValues(item: RosterFields): Record<string, Json> {
  return JSON.parse(JSON.stringify(item)) as Record<string, Json>;
}

/** Reads a fold as a roster item; values of the wrong type count as absent. */
export function rosterItemOf(folded: Folded): RosterItem {
  const value = (field: keyof RosterFields | 'deleted') => valueIn(folded, field);
  const text = (field: keyof RosterFields) => asText(value(field));
  return {
    id: folded.id,
    campaign: folded.id.slice(ROSTER.length, folded.id.lastIndexOf('/')),
    kind: asOneOf(ITEM_KINDS, value('kind')) ?? 'site',
    unit: text('unit'),
    name: text('name'),
    url: text('url'),
    platform: asOneOf(platforms, value('platform')) ?? '',
    code: text('code'),
    site: text('site'),
    columnKind: text('columnKind') as ColumnKind | '',
    owner: text('owner'),
    status: asOneOf(ITEM_STATUSES, value('status')) ?? 'normal',
    until: asDate(value('until')),
    hosts: asTexts(value('hosts')),
    note: text('note'),
    order: asNumber(value('order')) ?? 0,
    deleted: value('deleted') === true,
  };
}

/** Whether the item is inspected at that day: neither closed nor exempt. */
export function isInspected(item: Pick<RosterFields, 'status' | 'until'>, day: CivilDate): boolean {
  if (item.status === 'closed') return false;
  return item.status === 'normal' || (item.until !== null && item.until < day);
}
