import { isFinding } from '../../utils/findings/finding';
import { foldAll } from '../../utils/findings/fold';
import { findingOf, rowOf } from '../../utils/findings/row';
import type { Promised, Stored } from './reviewer';
import type { Volume } from './volume';

/** What a run of kills came to; `lost` and what follows must be 0. */
export interface Toll {
  kills: number;
  /** Flags and clicks that were answered, findings confirmed, and review files merged. */
  promised: number;
  confirmed: number;
  merged: number;
  /** How often the browser had deleted or damaged the database, and the store brought it back. */
  recoveries: number;
  /** Clicks that nothing was said to in time: a busy machine, or a fault. */
  unanswered: number;
  lost: number;
  duplicated: number;
  screenshotsLost: number;
  /** Merged entries that went with a deleted database (the file holds them) and that the store's report did not count. */
  untold: number;
  /** Findings whose row says something else than the log, and counts that are off. */
  untrue: number;
}

export function noToll(): Toll {
  return {
    kills: 0,
    promised: 0,
    confirmed: 0,
    merged: 0,
    recoveries: 0,
    unanswered: 0,
    lost: 0,
    duplicated: 0,
    screenshotsLost: 0,
    untold: 0,
    untrue: 0,
  };
}

/** True when nothing went wrong. */
export function isHarmless({ lost, duplicated, screenshotsLost, untold, untrue }: Toll): boolean {
  return lost + duplicated + screenshotsLost + untold + untrue === 0;
}

/**
 * Adds to the toll what is not as promised. What was merged from a file is kept by that file; gone with a deleted database, it is no longer
 * promised once the store has said how much is missing.
 */
export function count(stored: Stored, volumes: readonly Volume[], promised: Promised, toll: Toll): void {
  const present = new Set(stored.entries.map((entry) => entry._id));
  const gone = [...promised.volumes].map((volume) => ({
    volume,
    entries: volume.entries.filter((id) => !present.has(id)).length,
  }));
  const missing = gone.reduce((sum, { entries }) => sum + entries, 0);
  toll.untold += Math.max(0, missing - (stored.recovery?.missing ?? 0));
  for (const { volume, entries } of gone) if (entries > 0) promised.volumes.delete(volume);
  if (stored.recovery && stored.recovery.entries + stored.recovery.missing > 0) toll.recoveries++;

  const rows = new Map(stored.rows.map((row) => [row.id, row]));
  const folds = foldAll(stored.entries).filter(({ id }) => isFinding(id));
  const merged = new Set(volumes.flatMap(({ findings }) => [...findings.values()]));
  const findings = stored.rows
    .filter(({ id }) => !merged.has(id))
    .map((row) => findingOf({ ...row, order: 0, deleted: false }));
  const clicked = findings.filter(({ quote }) => quote === '').flatMap(({ evidences }) => evidences);

  const quotes = findings.map(({ quote }) => quote).filter((quote) => promised.sent.has(quote));
  toll.duplicated = quotes.length - new Set(quotes).size;
  toll.duplicated += findings.filter(({ quote, evidences }) => quote !== '' && evidences.length > 1).length;
  toll.duplicated += Math.max(0, clicked.length - promised.clicks - promised.unanswered);
  toll.duplicated += stored.entries.length - present.size + stored.doubled;

  toll.lost = [...promised.entries.keys()].filter((entry) => !present.has(entry)).length;
  toll.lost += Math.max(0, promised.clicks - clicked.length);
  // The read model must show every finding of the log.
  toll.lost += folds.filter(({ id }) => !rows.has(id)).length;
  const isConfirmed = (id: string) => JSON.parse(rows.get(id)?.said ?? '{}').status === 'confirmed';
  toll.lost += [...promised.confirmed].filter((id) => !isConfirmed(id)).length;

  toll.screenshotsLost = clicked.filter(
    ({ screenshot }) => screenshot === null || !stored.blobs.includes(screenshot),
  ).length;
  toll.untrue = folds.filter((folded) => rows.get(folded.id)?.said !== rowOf(folded).said).length;
  if (stored.counted !== null && stored.counted !== present.size) toll.untrue++;

  toll.promised = promised.entries.size + promised.clicks;
  toll.merged = promised.merges;
  toll.confirmed = promised.confirmed.size;
  toll.unanswered = promised.unanswered;
}
