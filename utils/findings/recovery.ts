import type { Instant } from '../page/snapshot';
import { type Sentence, say } from '../words';
import { counting, countOf } from './append';
import { getBlob, putBlob } from './blobs';
import type { Connection } from './connection';
import { LOG } from './database';
import { type Entry, filesNamed, inTime } from './entry';
import { inbox } from './inbox';
import { entriesNamed, holds, logOf } from './log';
import type { KeyValue, Mirror } from './mirror';

/** What was found damaged when the store opened, and what could be done about it. */
export interface Recovery {
  at: Instant;
  /** Entries brought back from the mirror, and the findings they belong to. */
  entries: number;
  findings: number;
  screenshots: number;
  /** Entries that were here and are not in the mirror: a backup file or the endpoint holds them. */
  missing: number;
}

const REPORT = 'mirror/recovery';
const RENEWED = 'mirror/renewed';

interface RecoveryEnv {
  mirror: Mirror;
  storage: KeyValue;
  /** What lasts until the browser ends; absent where the mirror's own store needs no renewal. */
  session?: KeyValue | undefined;
  /** ms since 1970. */
  now(): number;
}

/**
 * Compares the log with what was noted outside it, brings back what is gone, and keeps a report for the reviewer. Run on every opening;
 * where all is well it costs two small reads. Background and workbench open at once: one after the other, else both would report one loss.
 */
export async function recoverOnce(
  name: string,
  connection: Connection,
  { mirror, storage, session, now }: RecoveryEnv,
): Promise<void> {
  const work = async () => {
    if (session) await renewOnce(mirror, session);
    const recovery = await recover(connection, mirror, now());
    if (recovery) await saveReport(storage, recovery);
  };
  // Node has no locks, and no second opening either.
  const locks = globalThis.navigator?.locks;
  await (locks ? locks.request(`${name}/recovery`, work) : work());
}

/** Renews the mirror's store once per run of the browser; where it is full, the copies are as safe as they were. */
async function renewOnce(mirror: Mirror, session: KeyValue): Promise<void> {
  if ((await session.get(RENEWED))[RENEWED]) return;
  await mirror.renew().catch(() => {});
  await session.set({ [RENEWED]: true });
}

/** Null when nothing is gone. */
async function recover(connection: Connection, mirror: Mirror, now: number): Promise<Recovery | null> {
  const mark = await mirror.mark();
  const db = await connection.database();
  const count = await countOf(db.transaction(LOG));
  await fillUp(connection, mirror, { note: !mark || mark.count < count });
  if (!mark) return null;
  if (count >= mark.count && (await holds(db.transaction(LOG), mark.last))) return null;

  const copies = await mirror.entries();
  const { entries: restored, count: present } = await connection.write((tx) =>
    counting(tx, (before) => inbox()(tx, copies, { count: before, now, held: false })),
  );
  let screenshots = 0;
  for await (const blob of mirror.blobs()) {
    if ((await putBlob(connection, blob, { now, held: false })).fresh) screenshots++;
  }
  const last = (restored.at(-1) ?? (await anyIn(connection)))?._id;
  await mirror.setMark(last ? { count: present, last } : null);
  return {
    at: new Date(now).toISOString(),
    entries: restored.length,
    findings: new Set(restored.map((entry) => entry.finding)).size,
    screenshots,
    missing: Math.max(0, mark.count - present),
  };
}

async function anyIn(connection: Connection): Promise<Entry | undefined> {
  const log = logOf(async () => (await connection.database()).transaction(LOG), 1);
  return (await log.next()).value?.[0];
}

/**
 * Copies what is pending and has no copy: the mirror was switched on later, missed something, or lost some of its own store (a torn end
 * takes with it what is written after it, too). `note`: what the log holds is to be noted anew.
 */
export async function fillUp(
  connection: Connection,
  mirror: Mirror,
  { note }: { note: boolean },
): Promise<void> {
  const tx = (await connection.database()).transaction(LOG);
  const [ids, count] = await Promise.all([tx.objectStore('pending').getAllKeys(), countOf(tx)]);
  const held = await mirror.held();
  const lacking = new Set(held.entries ? ids.filter((id) => !held.entries!.has(id)) : note ? ids : []);
  if (!note && lacking.size === 0) return;
  const pending = await readPending(connection, ids);
  const last = (pending.at(-1) ?? (await anyIn(connection)))?._id;
  await mirror.add(
    pending.filter(({ _id }) => lacking.has(_id)),
    note && last ? { count, last } : null,
  );
  // The newest first, as far as there is room: the oldest have given way before.
  for (const sha of new Set(pending.reverse().flatMap(filesNamed))) {
    const blob = held.blobs.has(sha) ? null : await getBlob(connection, sha);
    if (!blob || blob.size > held.room) continue;
    held.room -= blob.size;
    await mirror.addBlob(sha, blob);
  }
}

async function readPending(connection: Connection, ids: readonly string[]): Promise<Entry[]> {
  return (await entriesNamed((await connection.database()).transaction(LOG), ids)).sort(inTime);
}

/** Keeps the report until the reviewer has read it; what a second loss before that comes to is added. */
async function saveReport(storage: KeyValue, recovery: Recovery): Promise<void> {
  const before = await loadReport(storage);
  const sum = (key: 'entries' | 'findings' | 'screenshots' | 'missing') =>
    recovery[key] + (before?.[key] ?? 0);
  const whole = {
    ...recovery,
    entries: sum('entries'),
    findings: sum('findings'),
    screenshots: sum('screenshots'),
    missing: sum('missing'),
  };
  await storage.set({ [REPORT]: whole });
}

/** The report that nobody has confirmed yet, or null. */
export async function loadReport(storage: KeyValue): Promise<Recovery | null> {
  return ((await storage.get(REPORT))[REPORT] as Recovery | undefined) ?? null;
}

/** The reviewer has read it. */
export async function dismissReport(storage: KeyValue): Promise<void> {
  await storage.remove(REPORT);
}

/** The report in sentences. */
export function wordsOf(recovery: Recovery): Sentence[] {
  const { findings, entries, screenshots, missing } = recovery;
  const sentences = [say('findings.recovery.restored', findings, entries, screenshots)];
  if (missing > 0) sentences.push(say('findings.recovery.missing', missing));
  return sentences;
}
