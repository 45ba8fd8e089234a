import type { Hlc } from './hlc';
import { canonicalJson, type Json } from './json';
import { sha256Text } from './sha256';

/** Version of the entry's shape; an entry of a later version is kept and passed on, never rewritten. */
export const ENTRY_VERSION = 1;

/** What an entry says; its `_id` is the hash of exactly this. */
export interface EntryBody {
  v: number;
  /** The finding it belongs to. */
  finding: string;
  /** Who: the reviewer's name as set when writing. */
  author: string;
  /** Which installation: random, made once. */
  device: string;
  hlc: Hlc;
  /** The values set, field by field; null takes a value away. */
  fields: Record<string, Json>;
  /** Per field of `fields`: the entries whose values the author saw and replaces; of `deleted` (removal.ts), of the whole finding. */
  prev: Record<string, string[]>;
}

/**
 * One immutable step in a finding's history. Nothing is overwritten: an edit is another entry, deleting is
 * a field, and the log itself is the audit trail (全过程留痕).
 */
export interface Entry extends EntryBody {
  /** `e:` + SHA-256 of the canonical JSON of the body: the same entry is the same everywhere. */
  _id: string;
}

/** Builds an entry: copies its parts into plain canonical shape (sorted, de-duplicated `prev`) and hashes them. */
export function makeEntry(body: Omit<EntryBody, 'v'>): Entry {
  const prev = Object.fromEntries(
    Object.entries(body.prev)
      .filter(([field, seen]) => Object.hasOwn(body.fields, field) && seen.length > 0)
      .map(([field, seen]) => [field, [...new Set(seen)].sort()]),
  );
  const { finding, author, device, hlc } = body;
  const canonical = canonicalJson({
    v: ENTRY_VERSION,
    finding,
    author,
    device,
    hlc,
    fields: body.fields,
    prev,
  });
  return { _id: `e:${sha256Text(canonical)}`, ...(JSON.parse(canonical) as EntryBody) };
}

/**
 * True when the value has an entry's shape and its id is the hash of its content: nobody changed it on the way.
 * Every member counts, also those of a later version, except what a server adds under a name with `_`.
 */
export const isGenuine = genuineBy(sha256Text);

/** {@link isGenuine} with a platform's own SHA-256, where it has one that does not wait. */
export function genuineBy(sha256: (text: string) => string) {
  return (value: unknown): value is Entry => {
    try {
      return (
        isEntryShaped(value) && value._id === `e:${sha256(canonicalJson(bodyOf(value) as unknown as Json))}`
      );
    } catch {
      // Nested too deeply to be read, so nobody of ours wrote it.
      return false;
    }
  };
}

/** The entry without what a server added to it (`_rev` …). */
export function withoutServerMembers(entry: Entry): Entry {
  return { _id: entry._id, ...bodyOf(entry) };
}

function bodyOf(entry: Entry): EntryBody {
  const members = Object.entries(entry).filter(([name]) => !name.startsWith('_'));
  return Object.fromEntries(members) as unknown as EntryBody;
}

function isEntryShaped(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  const texts = [entry._id, entry.finding, entry.author, entry.device, entry.hlc];
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof entry.v === 'number' &&
    isRecord(entry.fields) &&
    isRecord(entry.prev) &&
    Object.values(entry.prev).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Hashes of the screenshots and pages that an entry names. */
export function filesNamed({ fields }: Entry): string[] {
  return Object.values(fields).flatMap((value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
    return [value.screenshot, value.html].filter((sha) => typeof sha === 'string');
  });
}

/** Time order for people: by clock, then by id so that every machine shows the same order. */
export function inTime(a: Entry, b: Entry): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  return a._id < b._id ? -1 : a._id > b._id ? 1 : 0;
}
