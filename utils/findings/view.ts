import type { Anchor, Evidence, Finding, FindingFields, Ignore, Opinion, RecordedOutcome } from './finding';
import { evidenceField, opinionField, SCOPES, SEVERITIES, SIGHTS, STATUSES } from './finding';
import { conflictsOf, type Folded, type Head, headsOf, valueIn } from './fold';
import { millisOf } from './hlc';
import type { Json } from './json';
import { hostOf } from './url';

/**
 * Reads a fold as a typed finding. Entries come from other machines and other versions, so every value is
 * checked here: what has the wrong type counts as absent, and nothing throws.
 */
export function viewOf(folded: Folded): Finding {
  const text = (field: keyof FindingFields) => asText(valueIn(folded, field));
  const date = (field: keyof FindingFields) => text(field) || null;
  const status = oneOf(STATUSES, valueIn(folded, 'status')) ?? 'suspected';
  const verdict = status === 'suspected' ? undefined : headsOf(folded, 'status')[0];
  const recheck = text('recheck') ? headsOf(folded, 'recheck')[0] : undefined;
  const days = valueIn(folded, 'daysSince');
  return {
    id: folded.id,
    url: text('url'),
    host: hostOf(text('url')),
    pageTitle: text('pageTitle'),
    object: valueIn(folded, 'object') === 'account' ? 'account' : 'site',
    platform: text('platform'),
    site: text('site'),
    siteCode: text('siteCode'),
    column: text('column'),
    category: text('category'),
    check: text('check'),
    indicator: text('indicator'),
    clause: text('clause'),
    description: text('description'),
    quote: text('quote'),
    suggestion: text('suggestion'),
    sentence: text('sentence'),
    anchor: asAnchor(valueIn(folded, 'anchor')),
    severity: oneOf(SEVERITIES, valueIn(folded, 'severity')) ?? null,
    note: text('note'),
    unit: text('unit'),
    status,
    ignore: status === 'ignored' ? asIgnore(valueIn(folded, 'ignore')) : null,
    deadline: date('deadline'),
    rectification: text('rectification'),
    recheck: text('recheck'),
    published: date('published'),
    lastUpdated: date('lastUpdated'),
    daysSince: typeof days === 'number' ? days : null,
    checkpoint: date('checkpoint'),
    campaign: text('campaign'),
    item: text('item'),
    deleted: valueIn(folded, 'deleted') === true,
    evidences: evidencesOf(folded),
    author: folded.entries[0]!.author,
    createdAt: instantOf(folded.entries[0]!.hlc),
    updatedAt: instantOf(folded.entries.at(-1)!.hlc),
    reviewer: verdict?.entry.author ?? '',
    reviewedAt: timeOf(verdict),
    recheckedAt: timeOf(recheck),
    opinions: opinionsOf(folded),
    conflicts: conflictsOf(folded),
  };
}

/** Evidences that were not taken away, oldest first. */
function evidencesOf(folded: Folded): Evidence[] {
  const prefix = evidenceField('');
  return Object.keys(folded.fields)
    .filter((field) => field.startsWith(prefix))
    .map((field) => asEvidence(field.slice(prefix.length), valueIn(folded, field)))
    .filter((evidence) => evidence !== null)
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : 1));
}

function opinionsOf(folded: Folded): Opinion[] {
  const prefix = opinionField('');
  return Object.keys(folded.fields)
    .filter((field) => field.startsWith(prefix))
    .sort()
    .map((field) => {
      const head = headsOf(folded, field)[0]!;
      const value = isRecord(head.value) ? head.value : {};
      const verdict = oneOf(['confirmed', 'ignored'] as const, value.verdict);
      const author = field.slice(prefix.length);
      return verdict && { author, verdict, reason: asText(value.reason), time: instantOf(head.entry.hlc) };
    })
    .filter((opinion) => opinion !== undefined);
}

function instantOf(hlc: string): string {
  return new Date(millisOf(hlc)).toISOString();
}

function timeOf(head: Head | undefined): string | null {
  return head ? instantOf(head.entry.hlc) : null;
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<T extends string>(known: readonly T[], value: Json | undefined): T | undefined {
  return known.find((one) => one === value);
}

function asAnchor(value: Json): Anchor | null {
  if (!isRecord(value)) return null;
  const { exact, prefix, suffix, start, end, path } = value;
  if (typeof exact !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
  return {
    exact,
    prefix: asText(prefix),
    suffix: asText(suffix),
    start,
    end,
    ...(isRecord(path)
      ? { path: { box: asText(path.box), row: asText(path.row), column: asText(path.column) } }
      : {}),
  };
}

function asIgnore(value: Json): Ignore | null {
  if (!isRecord(value)) return null;
  return {
    reason: asText(value.reason),
    scope: oneOf(SCOPES, value.scope) ?? 'spot',
    until: asText(value.until) || null,
  };
}

function asEvidence(id: string, value: Json): Evidence | null {
  if (!isRecord(value)) return null;
  const { what, time, screenshot, type, missing, html, htmlMissing, focus, outcomes } = value;
  return {
    id,
    what: oneOf(SIGHTS, what) ?? 'view',
    time: asText(time),
    screenshot: asText(screenshot) || null,
    type: asText(type),
    missing: isRecord(missing) ? (missing as unknown as Evidence['missing']) : null,
    html: asText(html) || null,
    htmlMissing: isRecord(htmlMissing) ? (htmlMissing as unknown as Evidence['htmlMissing']) : null,
    focus: asBox(focus),
    outcomes: Array.isArray(outcomes) ? (outcomes as unknown as RecordedOutcome[]) : [],
  };
}

function asBox(value: Json | undefined): Evidence['focus'] {
  if (!isRecord(value)) return null;
  const { left, top, width, height } = value;
  const numbers = [left, top, width, height];
  return numbers.every((number) => typeof number === 'number')
    ? (value as unknown as Evidence['focus'])
    : null;
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
