import { type Category, categories } from '../../checks/category';
import type { SeenConsultations } from '../../consultations/consultation';
import { type Folded, headsOf, valueIn } from '../../findings/fold';
import { millisOf } from '../../findings/hlc';
import type { Json } from '../../findings/json';
import { sha256Text } from '../../findings/sha256';
import { pageKey, withoutSecrets } from '../../findings/url';
import type { CivilDate, Instant } from '../../page/snapshot';
import { type FormCounts, noForms, type SeenForms } from '../../policy/form';
import type { Sentence } from '../../words';
import { type RosterItem, rosterItemOf } from '../roster/item';
import { asDate, asNumber, asOneOf, asRecord, asText, asTexts } from '../values';
import { asOutcome, type SeenOutcome } from './outcome';
import { asTypedUpdate, TYPED_UPDATE, type TypedUpdate } from './typed';

/** One page of an item as it was read last. */
export interface SeenPage {
  url: string;
  title: string;
  /** Day of the reading. */
  day: CivilDate;
  /** The day at which it was judged: the 监测时间点, or the day of the reading. */
  judged: CivilDate;
  /** It is the item's own address: the home page, the column's list, the account's page. */
  own: boolean;
  outcomes: SeenOutcome[];
  /** What the page says about consultations; matched across the item's pages. */
  consultations: SeenConsultations | null;
  /** In which forms a column of interpretations explains. */
  forms: SeenForms | null;
  /** What the page says about findings of the campaign before, judged by its words. */
  rechecks: SeenRecheck[];
  /** What does not fit between the page's account and the roster: both values, for a person to settle. */
  doubts: Sentence[];
}

export interface SeenRecheck {
  finding: string;
  state: 'unfixed' | 'fixed' | 'review';
  reason: Sentence;
}

/** A reviewer's word on one required check. `exempt`: a legitimate exception, until a day or for good. */
export const RULINGS = ['pass', 'fail', 'exempt'] as const;
export type Ruling = (typeof RULINGS)[number];

export interface Verdict {
  ruling: Ruling;
  note: string;
  until: CivilDate | null;
  author: string;
  at: Instant;
}

/** A roster item with everything that was seen and judged of it. */
export interface ItemRecord {
  item: RosterItem;
  pages: SeenPage[];
  verdicts: Partial<Record<Category, Verdict>>;
  /** Why the item cannot be looked at; null when it can. */
  unreachable: { reason: string; author: string; at: Instant } | null;
  /** 人工录入: the last update as the reviewer saw it, where no page tells. */
  typedUpdate: TypedUpdate | null;
  /** Addresses that the item's own address led to. */
  landings: string[];
  /** Who looked or judged last, and when; null when nobody did. */
  lastLook: { author: string; at: Instant } | null;
}

const PAGE = 'page/';
const VERDICT = 'verdict/';
export const UNREACHABLE = 'unreachable';
export const LANDINGS = 'landings';

/** The field that keeps what was read on one page; reading it again replaces it, and the log keeps both. */
export function pageField(url: string): string {
  return PAGE + sha256Text(pageKey(url)).slice(0, 16);
}

/** The field that keeps the word on one required check. */
export function verdictField(category: Category): string {
  return VERDICT + category;
}

/** The values that record a reading, without secrets in its address. */
export function pageValue(page: SeenPage): Record<string, Json> {
  return {
    [pageField(page.url)]: JSON.parse(JSON.stringify({ ...page, url: withoutSecrets(page.url) })) as Json,
  };
}

/** Reads a fold as an item with its coverage; values of the wrong type count as absent. */
export function recordOf(folded: Folded): ItemRecord {
  const looks = folded.entries.filter((entry) => Object.keys(entry.fields).some(isLook));
  const last = looks.at(-1);
  const unreachable = asRecord(valueIn(folded, UNREACHABLE));
  return {
    item: rosterItemOf(folded),
    pages: fieldsFrom(folded, PAGE)
      .map((field) => asPage(valueIn(folded, field)))
      .filter((page) => page !== null),
    verdicts: Object.fromEntries(
      fieldsFrom(folded, VERDICT)
        .map((field) => [asOneOf(categories, field.slice(VERDICT.length)), verdictIn(folded, field)])
        .filter(([category, verdict]) => category && verdict),
    ),
    unreachable: unreachable && {
      reason: asText(unreachable.reason),
      author: headsOf(folded, UNREACHABLE)[0]!.entry.author,
      at: instantOf(headsOf(folded, UNREACHABLE)[0]!.entry.hlc),
    },
    typedUpdate: typedIn(folded),
    landings: asTexts(valueIn(folded, LANDINGS)),
    lastLook: last ? { author: last.author, at: instantOf(last.hlc) } : null,
  };
}

function isLook(field: string): boolean {
  return (
    field.startsWith(PAGE) || field.startsWith(VERDICT) || field === UNREACHABLE || field === TYPED_UPDATE
  );
}

function fieldsFrom(folded: Folded, prefix: string): string[] {
  return Object.keys(folded.fields).filter((field) => field.startsWith(prefix));
}

function verdictIn(folded: Folded, field: string): Verdict | null {
  const value = asRecord(valueIn(folded, field));
  const ruling = asOneOf(RULINGS, value?.ruling);
  if (!value || !ruling) return null;
  const { entry } = headsOf(folded, field)[0]!;
  return {
    ruling,
    note: asText(value.note),
    until: asDate(value.until),
    author: entry.author,
    at: instantOf(entry.hlc),
  };
}

function typedIn(folded: Folded): TypedUpdate | null {
  const [head] = headsOf(folded, TYPED_UPDATE);
  return head ? asTypedUpdate(valueIn(folded, TYPED_UPDATE), head.entry) : null;
}

function asPage(value: Json): SeenPage | null {
  const page = asRecord(value);
  const day = asDate(page?.day);
  if (!page || !day) return null;
  return {
    url: asText(page.url),
    title: asText(page.title),
    day,
    judged: asDate(page.judged) ?? day,
    own: page.own === true,
    outcomes: (Array.isArray(page.outcomes) ? page.outcomes : [])
      .map(asOutcome)
      .filter((one) => one !== null),
    consultations: asConsultations(page.consultations),
    forms: asForms(page.forms),
    rechecks: (Array.isArray(page.rechecks) ? page.rechecks : [])
      .map(asRecheck)
      .filter((one) => one !== null),
    doubts: (Array.isArray(page.doubts) ? page.doubts : [])
      .filter((doubt) => asText(asRecord(doubt)?.key) !== '')
      .map((doubt) => doubt as unknown as Sentence),
  };
}

function asRecheck(value: Json): SeenRecheck | null {
  const recheck = asRecord(value);
  const state = asOneOf(['unfixed', 'fixed', 'review'] as const, recheck?.state);
  const key = asText(asRecord(recheck?.reason)?.key);
  if (!recheck || !state || !key) return null;
  return { finding: asText(recheck.finding), state, reason: recheck.reason as unknown as Sentence };
}

function asConsultations(value: Json | undefined): SeenConsultations | null {
  const seen = asRecord(value);
  return seen && Array.isArray(seen.calls) && Array.isArray(seen.results)
    ? (seen as unknown as SeenConsultations)
    : null;
}

function asForms(value: Json | undefined): SeenForms | null {
  const forms = asRecord(value);
  const counts = asRecord(forms?.counts);
  if (!forms || !counts) return null;
  const names = Object.keys(noForms) as (keyof typeof noForms)[];
  return {
    column: asText(forms.column),
    counts: Object.fromEntries(names.map((name) => [name, asNumber(counts[name]) ?? 0])) as FormCounts,
  };
}

function instantOf(hlc: string): Instant {
  return new Date(millisOf(hlc)).toISOString();
}
