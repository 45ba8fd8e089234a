import type { Anchor } from '../anchors/anchor';
import type { OutcomeKind } from '../checks/check';
import type { Box } from '../evidence/layout';
import type { CivilDate, Instant } from '../page/snapshot';
import type { Sentence } from '../words';
import type { Json } from './json';
import { canonicalJson } from './json';
import { sha256Text } from './sha256';
import { pageKey } from './url';

export type { Anchor } from '../anchors/anchor';

/** How far a finding has come: 待核 → 确认 / 忽略 → 已交办 → 已整改 / 未整改 → 复查通过. */
export const STATUSES = [
  'suspected',
  'confirmed',
  'ignored',
  'assigned',
  'fixed',
  'unfixed',
  'passed',
] as const;
export type Status = (typeof STATUSES)[number];

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where ignoring holds: this spot, this page, this site, this word everywhere. */
export const SCOPES = ['spot', 'page', 'site', 'word'] as const;
export type Scope = (typeof SCOPES)[number];

/** Why something suspected is let be, where, and until when (null = for good). */
export interface Ignore {
  reason: string;
  scope: Scope;
  until: CivilDate | null;
}

/** What one check said when the page was flagged, as far as the ledger needs it. */
export interface RecordedOutcome {
  check: string;
  kind: OutcomeKind;
  reason: Sentence;
  /** The clause it rests on, as the pack words it. */
  clause: string | null;
}

/** What a picture shows: the window with the quote, the whole page, or a picture that the reviewer brought along. */
export const SIGHTS = ['view', 'whole', 'brought'] as const;
export type Sight = (typeof SIGHTS)[number];

/** One look at the page: what was seen, when, and the hashes that keep it from being swapped later. */
export interface Evidence {
  id: string;
  what: Sight;
  time: Instant;
  /** SHA-256 of the screenshot, the key of its blob; null when there is none, and then `missing` says why. */
  screenshot: string | null;
  /** The screenshot's MIME type; '' when there is none. */
  type: string;
  missing: Sentence | null;
  /** SHA-256 of the page's HTML as saved, when it was. */
  html: string | null;
  /** Why it was not saved; null when it was, or when nobody asked for it. */
  htmlMissing: Sentence | null;
  /** Where the quote stands in the screenshot, in its px; null when it does not show. */
  focus: Box | null;
  outcomes: RecordedOutcome[];
}

/** One reviewer's own verdict; two of them on one finding are a second look (复核). */
export interface Opinion {
  author: string;
  verdict: 'confirmed' | 'ignored';
  reason: string;
  time: Instant;
}

/** The fields of a finding that people and checks set. Absent = '' or null; everything is optional when setting. */
export interface FindingFields {
  /** Address without secrets. */
  url: string;
  pageTitle: string;
  /** 对象类型: a website or an account on a platform. */
  object: 'site' | 'account';
  platform: string;
  /** Name of the website or account. */
  site: string;
  /** 网站标识码. */
  siteCode: string;
  column: string;
  /** 问题类别. */
  category: string;
  check: string;
  /** Number in the indicator pack: V3, D6 … */
  indicator: string;
  clause: string;
  description: string;
  /** The words marked on the page (疑似错误). */
  quote: string;
  suggestion: string;
  /** The whole sentence around the quote (原文语句). */
  sentence: string;
  anchor: Anchor | null;
  severity: Severity | null;
  note: string;
  /** 责任单位. */
  unit: string;
  status: Status;
  ignore: Ignore | null;
  /** 整改期限. */
  deadline: CivilDate | null;
  /** 整改情况, in words. */
  rectification: string;
  /** 复查结果, in words. */
  recheck: string;
  /** 发布日期 of the page, where it is certain. */
  published: CivilDate | null;
  /** 检查时更新日期: the newest date when it was looked at. */
  lastUpdated: CivilDate | null;
  /** 未更新天数. */
  daysSince: number | null;
  /** 监测时间点: the day at which the page was judged. */
  checkpoint: CivilDate | null;
  /** The campaign in which it was found, and the roster item it concerns; '' outside a campaign. */
  campaign: string;
  item: string;
  deleted: boolean;
}

/** What an edit may set: fields, and a reviewer's own verdict. */
export type FieldChanges = Partial<FindingFields> & { [opinion: `opinion/${string}`]: Json };

/** A finding as lists and reports show it: the fold of its entries, typed. */
export interface Finding extends FindingFields {
  id: string;
  /** Host of `url` without www. */
  host: string;
  evidences: Evidence[];
  /** Who recorded it first, and when. */
  author: string;
  createdAt: Instant;
  /** The last step's time. */
  updatedAt: Instant;
  /** Who gave the present verdict (复核人) and when; '' and null while it is 待核. */
  reviewer: string;
  reviewedAt: Instant | null;
  /** When 复查结果 was set. */
  recheckedAt: Instant | null;
  /** Every reviewer's own verdict, by name. */
  opinions: Opinion[];
  /** Fields on which reviewers disagree. */
  conflicts: string[];
}

/** The field that holds one evidence; one field each, so that two evidences never conflict. */
export function evidenceField<Id extends string>(id: Id): `evidence/${Id}` {
  return `evidence/${id}`;
}

/** The field that holds one reviewer's verdict; one field each, so that a second verdict hides or replaces no first. */
export function opinionField<Author extends string>(author: Author): `opinion/${Author}` {
  return `opinion/${author}`;
}

/**
 * A finding's id: page and quote, or page and check when nothing was quoted. Two reviewers, or one
 * reviewer twice, who flag the same thing mean the same finding; it then has two evidences. Each campaign has its
 * own findings: what is still wrong a quarter later counts again.
 */
export function findingId(what: { url: string; quote?: string; check?: string; campaign?: string }): string {
  const quote = (what.quote ?? '').replace(/\s+/gu, ' ').trim();
  const key: Json = [pageKey(what.url), quote, quote ? '' : (what.check ?? '')];
  if (what.campaign) key.push(what.campaign);
  return `f:${sha256Text(canonicalJson(key))}`;
}

/** True for the id of a finding; other things that a team shares have ids of their own kind. */
export function isFinding(id: string): boolean {
  return id.startsWith('f:');
}
