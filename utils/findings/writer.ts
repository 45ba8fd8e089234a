import { appendSteps, counting, type Step } from './append';
import { putBlob } from './blobs';
import type { Changes } from './changes';
import type { Connection } from './connection';
import type { LogTransaction } from './database';
import type { Entry } from './entry';
import type { Mirror } from './mirror';
import { fillUp } from './recovery';

/** What whoever writes works with; `author` and `now` (ms since 1970) are asked at every write. */
interface WriterEnv {
  connection: Connection;
  /** Second copies of what no endpoint and no file holds; null keeps none. */
  mirror: Mirror | null;
  changes: Changes;
  author(): string;
  now(): number;
}

/** The one way to write: into the log, then into the mirror, and then everybody is told what changed. */
export function writerIn({ connection, mirror, changes, author, now }: WriterEnv) {
  /** The mirror missed something: it was full, or the browser was busy. */
  let behind = false;

  /** Writes to the log, then to the mirror (not what an endpoint or a file holds anyway), and tells everybody what changed. */
  async function append(
    work: (tx: LogTransaction, count: number) => Promise<Entry[]>,
    held = false,
  ): Promise<Entry[]> {
    const { entries, count } = await connection.write((tx) => counting(tx, (before) => work(tx, before)));
    const last = entries.at(-1);
    if (!last) return entries;
    await copy(async (to) => {
      if (behind) await fillUp(connection, to, { note: true });
      else await to.add(held ? [] : entries, { count, last: last._id });
      behind = false;
    });
    changes.announce([...new Set(entries.map((entry) => entry.finding))]);
    return entries;
  }

  /** What is in the log is saved; a copy that fails must not fail the click, and is made up for at the next. */
  async function copy(work: (mirror: Mirror) => Promise<void>): Promise<void> {
    if (!mirror) return;
    await work(mirror).catch(() => {
      behind = true;
    });
  }

  return {
    append,

    /** One entry per step that changes something, in one transaction. */
    appendAll(steps: [finding: string, step: Step][]): Promise<Entry[]> {
      return append((tx) => appendSteps(tx, steps, { author: author(), now: now() }));
    },

    /** Keeps a file and, unless it came from one, a copy; gives its SHA-256. */
    async keepBlob(blob: Blob, filed = false): Promise<string> {
      const { sha, fresh } = await putBlob(connection, blob, { now: now(), held: false });
      if (fresh && !filed) await copy((to) => to.addBlob(sha, blob));
      return sha;
    },

    /** Drops second copies of what somebody else holds now. */
    async forget(held: { entries?: readonly string[]; blobs?: readonly string[] }): Promise<void> {
      if (held.entries) await copy((from) => from.forget(held.entries!));
      if (held.blobs) await copy((from) => from.forgetBlobs(held.blobs!));
    },
  };
}
