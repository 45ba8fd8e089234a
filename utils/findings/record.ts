import type { Box } from '../evidence/layout';
import type { Instant } from '../page/snapshot';
import type { Sentence } from '../words';
import type { Step } from './append';
import { evidenceField, type FindingFields, findingId, type RecordedOutcome, type Sight } from './finding';
import { type Folded, valueIn } from './fold';
import type { Json } from './json';
import { withoutSecrets } from './url';

/** What a click on the toolbar, a marked selection or an accepted suggestion hands over. */
export interface Draft {
  /** `url` is required; what is not known is left out. Secrets in the address are stripped here. */
  fields: Partial<FindingFields> & { url: string };
  /** When the page was looked at. */
  time: Instant;
  outcomes: RecordedOutcome[];
  screenshot: Blob | null;
  /** Why there is no screenshot; required when it is null. */
  missing?: Sentence;
  /** The page's HTML as saved, if it was. */
  html?: Blob | null;
  /** Why it was not. */
  htmlMissing?: Sentence;
  /** Where the quote stands in the screenshot, in its px. */
  focus?: Box;
}

/** The hashes that tie the draft's files to its entry. */
export interface Hashes {
  screenshot: string | null;
  html: string | null;
}

/** What each new look at the page may update; all else is the reviewer's once it is set. */
const OBSERVED: readonly (keyof FindingFields)[] = [
  'pageTitle',
  'anchor',
  'published',
  'lastUpdated',
  'daysSince',
  'checkpoint',
];

/** The finding that a draft belongs to. */
export function findingOf(draft: Draft): string {
  return findingId(draft.fields);
}

/**
 * The step that records a draft. New: all its fields. Known: one more evidence, what was observed now, and
 * fields that were empty; a deleted finding that is flagged again comes back.
 */
export function recording(draft: Draft, evidence: string, hashes: Hashes): Step {
  const fields: Record<string, Json> = plain({ ...draft.fields, url: withoutSecrets(draft.fields.url) });
  const seen = plain({
    time: draft.time,
    screenshot: hashes.screenshot,
    type: draft.screenshot?.type ?? '',
    missing: hashes.screenshot ? null : (draft.missing ?? null),
    html: hashes.html,
    ...(draft.htmlMissing ? { htmlMissing: draft.htmlMissing } : {}),
    ...(draft.focus ? { focus: draft.focus } : {}),
    outcomes: draft.outcomes,
  });
  return (before) => {
    const set: Record<string, Json> = { [evidenceField(evidence)]: seen };
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || value === '') continue;
      if (before && isSet(before, field) && !OBSERVED.includes(field as keyof FindingFields)) continue;
      set[field] = value;
    }
    if (before && valueIn(before, 'deleted') === true) set.deleted = false;
    return set;
  };
}

/** A picture that joins a finding later. */
export interface Look {
  what: Exclude<Sight, 'view'>;
  time: Instant;
  image: Blob;
}

/** The step that adds a picture to a finding. */
export function attaching(look: Look, evidence: string, screenshot: string): Step {
  const { what, time, image } = look;
  const seen = plain({ what, time, screenshot, type: image.type, missing: null, html: null, outcomes: [] });
  return (before) => (before ? { [evidenceField(evidence)]: seen } : {});
}

/** The step that says, honestly, that an evidence's screenshot could not be kept. */
export function withoutScreenshot(evidence: string, missing: Sentence): Step {
  return (before) => {
    const seen = before ? valueIn(before, evidenceField(evidence)) : null;
    if (seen === null || typeof seen !== 'object' || Array.isArray(seen)) return {};
    return { [evidenceField(evidence)]: { ...seen, screenshot: null, type: '', missing: plain(missing) } };
  };
}

/** A JSON copy: without `undefined`, class instances or shared references. */
export function plain<T extends object>(value: T): Record<string, Json> {
  return JSON.parse(JSON.stringify(value)) as Record<string, Json>;
}

function isSet(folded: Folded, field: string): boolean {
  const value = valueIn(folded, field);
  return value !== null && value !== '';
}
