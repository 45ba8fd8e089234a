import type { Instant } from '../page/snapshot';
import { type Entry, inTime } from './entry';
import { evidenceField, opinionField, type Status } from './finding';
import { fold } from './fold';
import { millisOf } from './hlc';
import type { Json } from './json';

export type StepKind = 'recorded' | 'seenAgain' | 'verdict' | 'opinion' | 'deleted' | 'restored' | 'edited';

export interface Change {
  field: string;
  /** What it replaced; null when there was nothing. */
  from: Json;
  to: Json;
}

/** One step of a finding's history, for people: who did what, when, from where. */
export interface TrailStep {
  entry: string;
  time: Instant;
  author: string;
  device: string;
  kind: StepKind;
  /** The state that a verdict led to. */
  status: Status | null;
  changes: Change[];
}

/** 全过程留痕: every step of a finding, oldest first, each with what it changed. */
export function trailOf(entries: Iterable<Entry>): TrailStep[] {
  const ordered = fold(entries)?.entries ?? [];
  const byId = new Map(ordered.map((entry) => [entry._id, entry]));
  return ordered.map((entry, index) => ({
    entry: entry._id,
    time: new Date(millisOf(entry.hlc)).toISOString(),
    author: entry.author,
    device: entry.device,
    kind: index === 0 ? 'recorded' : kindOf(entry),
    status: typeof entry.fields.status === 'string' ? (entry.fields.status as Status) : null,
    changes: Object.entries(entry.fields).map(([field, to]) => ({
      field,
      from: replaced(entry, field, byId),
      to,
    })),
  }));
}

function kindOf({ fields }: Entry): StepKind {
  const names = Object.keys(fields);
  if (names.some((name) => name.startsWith(evidenceField('')) && fields[name] !== null)) return 'seenAgain';
  if ('deleted' in fields) return fields.deleted === true ? 'deleted' : 'restored';
  if ('status' in fields) return 'verdict';
  return names.some((name) => name.startsWith(opinionField(''))) ? 'opinion' : 'edited';
}

function replaced(entry: Entry, field: string, byId: Map<string, Entry>): Json {
  const seen = Object.hasOwn(entry.prev, field) ? entry.prev[field]! : [];
  const before = seen.map((id) => byId.get(id)).filter((one) => one !== undefined);
  return before.sort(inTime).at(-1)?.fields[field] ?? null;
}
