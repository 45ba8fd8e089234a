import type { Finding } from './finding';
import { type Folded, fold } from './fold';
import { millisOf } from './hlc';
import { viewOf } from './view';

/**
 * A row of the read model: the folded finding as one text, of which only what says something is kept. A list of
 * 100,000 is read several times as fast so than as objects, which the browser copies member by member.
 */
export interface FindingRow {
  id: string;
  /** Minus the creation time in ms: an ascending index then gives the newest first, in batches (`getAll`). */
  order: number;
  deleted: boolean;
  /** JSON of the members that differ from {@link NOTHING}. */
  said: string;
}

/** A finding of which nothing is known: what a row's text leaves out. */
const NOTHING: Finding = viewOf(
  fold([{ _id: '', v: 1, finding: '', author: '', device: '', hlc: '', fields: {}, prev: {} }])!,
);

/** The row of a fold. The outcomes of every check stay in the entries: lists do not show them. */
export function rowOf(folded: Folded): FindingRow {
  const finding = viewOf(folded);
  const evidences = finding.evidences.map((evidence) => ({ ...evidence, outcomes: [] }));
  return packed({ ...finding, evidences }, -millisOf(folded.entries[0]!.hlc));
}

/** The row of a finding as it is listed. */
export function packed(finding: Finding, order: number): FindingRow {
  const { id, deleted, ...rest } = finding;
  const said: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rest)) {
    const isEmpty = Array.isArray(value) ? value.length === 0 : value === NOTHING[name as keyof Finding];
    if (!isEmpty) said[name] = value;
  }
  return { id, order, deleted, said: JSON.stringify(said) };
}

/** What a row's text contains when that member is so: without it the text need not be read. */
export function saying(member: keyof Finding, value: string): string {
  return `${JSON.stringify(member)}:${JSON.stringify(value)}`;
}

/** The finding that a row stands for. */
export function findingOf({ id, deleted, said }: FindingRow): Finding {
  return { ...NOTHING, ...(JSON.parse(said) as Partial<Finding>), id, deleted };
}
