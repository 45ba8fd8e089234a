/**
 * RECORD: where findings live. One module owns the database; background, workbench and side panel each open it.
 *
 *     const store = await openStore({ author: () => settings.reviewer, now: Date.now });
 *     const { finding, entry } = await store.record({ fields: { url, pageTitle, check }, time, outcomes, screenshot });
 *     await store.undo([entry._id]);                       // the toast's 撤销
 *     await store.edit([finding.id], { note: '…' });       // several ids = one batch, one transaction
 *     for await (const rows of store.pages()) …            // newest first, in batches
 *     const stop = store.subscribe((ids) => …);            // also for changes made in another tab
 *
 * Every write appends immutable entries (entry.ts) with `durability: 'strict'` and refreshes the folded read
 * model in the same transaction. Every failure is a {@link StoreError} with a sentence for the reviewer.
 */
import type { Sentence } from '../words';
import { appendEntries, appendSteps, foldOf, type Step } from './append';
import { DATABASE_NAME, type Database, LOG, type LogTransaction, openDatabase } from './database';
import { type Entry, isGenuine } from './entry';
import { storeError } from './errors';
import type { Finding, FindingFields } from './finding';
import { inTime } from './fold';
import { type Draft, findingOf, plain, recording, withoutScreenshot } from './record';
import { sha256Blob } from './sha256';
import { inverseOf } from './undo';
import { viewOf } from './view';

export interface StoreEnv {
  /** The reviewer's name, asked at every write. */
  author(): string;
  /** ms since 1970. */
  now(): number;
  /** Database name; tests use their own. */
  name?: string;
}

export interface Recorded {
  finding: Finding;
  entry: Entry;
  /** Set when the finding is safe but its screenshot or HTML could not be kept. */
  problem: Sentence | null;
}

export type Store = Awaited<ReturnType<typeof openStore>>;

const CHANNEL = 'findings-changed';
const PAGE = 500;

/** Opens the findings store; throws {@link StoreError} when the browser does not let it. */
export async function openStore(env: StoreEnv) {
  const name = env.name ?? DATABASE_NAME;
  const listeners = new Set<(findings: string[]) => void>();
  const channel = new BroadcastChannel(`${name}/${CHANNEL}`);
  channel.onmessage = (event: MessageEvent<string[]>) => tell(event.data);
  let connection: Promise<Database> | null = null;

  function tell(findings: string[]): void {
    for (const listener of [...listeners]) listener(findings);
  }

  function database(): Promise<Database> {
    connection ??= openDatabase(name, () => {
      connection = null;
    }).catch((cause) => {
      connection = null;
      throw cause;
    });
    return connection;
  }

  /** Runs a transaction over the log and, once it is on disk, tells everybody which findings changed. */
  async function append(work: (tx: LogTransaction) => Promise<Entry[]>): Promise<Entry[]> {
    const db = await database();
    let entries: Entry[];
    try {
      const tx = db.transaction(LOG, 'readwrite', { durability: 'strict' });
      // A failed request aborts the transaction; `done` then carries the reason (quota, disk).
      const done = tx.done;
      done.catch(() => {});
      entries = await work(tx).catch(async (cause) => {
        try {
          tx.abort();
        } catch {
          await done;
        }
        throw cause;
      });
      await done;
    } catch (cause) {
      throw storeError(cause);
    }
    const findings = [...new Set(entries.map((entry) => entry.finding))];
    if (findings.length > 0) {
      tell(findings);
      channel.postMessage(findings);
    }
    return entries;
  }

  function appendAll(steps: [string, Step][]): Promise<Entry[]> {
    return append((tx) => appendSteps(tx, steps, { author: env.author(), now: env.now() }));
  }

  async function putBlob(blob: Blob): Promise<string> {
    const sha = await sha256Blob(blob);
    try {
      const db = await database();
      if ((await db.getKey('blobs', sha)) !== undefined) return sha;
      const tx = db.transaction('blobs', 'readwrite', { durability: 'strict' });
      void tx.store.put({ blob, added: new Date(env.now()).toISOString() }, sha);
      await tx.done;
      return sha;
    } catch (cause) {
      throw storeError(cause);
    }
  }

  /** The finding with everything that was judged, or null. */
  async function get(id: string): Promise<Finding | null> {
    const folded = await foldOf((await database()).transaction(LOG), id);
    return folded && viewOf(folded);
  }

  /** Saves the entry first, the files after it: a finding is never lost because its screenshot was. */
  async function record(draft: Draft): Promise<Recorded> {
    const { screenshot, html = null } = draft;
    const hashes = {
      screenshot: screenshot && (await sha256Blob(screenshot)),
      html: html && (await sha256Blob(html)),
    };
    const finding = findingOf(draft);
    const evidence = crypto.randomUUID();
    const [entry] = await appendAll([[finding, recording(draft, evidence, hashes)]]);
    let problem: Sentence | null = null;
    for (const blob of [screenshot, html]) {
      if (!blob) continue;
      await putBlob(blob).catch(async (cause) => {
        problem = storeError(cause).sentence;
        if (blob === screenshot)
          await appendAll([[finding, withoutScreenshot(evidence, problem)]]).catch(() => {});
      });
    }
    return { finding: (await get(finding))!, entry: entry!, problem };
  }

  /** Sets fields on one or many findings; returns the entries made (none where nothing changed), for undo. */
  function edit(findings: readonly string[], fields: Partial<FindingFields>): Promise<Entry[]> {
    const values = plain(fields);
    return appendAll(findings.map((id) => [id, (before) => (before ? values : {})]));
  }

  /** Takes steps back by appending their inverses; returns those, so that undoing can be undone. */
  async function undo(entryIds: readonly string[]): Promise<Entry[]> {
    const db = await database();
    const entries = (await Promise.all(entryIds.map((id) => db.get('entries', id)))).filter(
      (entry) => !!entry,
    );
    const latestFirst = entries.sort(inTime).reverse();
    return appendAll(
      latestFirst.map((entry) => [entry.finding, (now) => (now ? inverseOf(now, entry) : {})]),
    );
  }

  /**
   * All findings as they are now, newest first, in batches: the first rows come at once however many there
   * are. Deleted ones only when asked. The outcomes of evidences are left out; `get` has them.
   */
  async function* pages(options: { size?: number; deleted?: boolean } = {}): AsyncGenerator<Finding[]> {
    const { size = PAGE, deleted = false } = options;
    let range: IDBKeyRange | null = null;
    for (;;) {
      const rows = await (await database()).getAllFromIndex('findings', 'newest', range, size);
      const shown = rows.filter((row) => row.deleted === deleted);
      if (shown.length > 0) yield shown;
      const last = rows.at(-1);
      if (!last || rows.length < size) return;
      range = IDBKeyRange.lowerBound([last.order, last.id], true);
    }
  }

  await database().catch((cause) => {
    channel.close();
    throw cause;
  });

  return {
    record,
    edit,
    undo,
    get,
    pages,
    putBlob,
    remove: (findings: readonly string[]) => edit(findings, { deleted: true }),
    restore: (findings: readonly string[]) => edit(findings, { deleted: false }),

    async list(options: { deleted?: boolean } = {}): Promise<Finding[]> {
      const all: Finding[] = [];
      for await (const rows of pages({ ...options, size: 2_000 })) all.push(...rows);
      return all;
    },

    /** The history of a finding, oldest first. */
    async entriesOf(id: string): Promise<Entry[]> {
      return (await foldOf((await database()).transaction(LOG), id))?.entries ?? [];
    },

    /** Adds entries from a backup, a colleague or an endpoint. Known ones are skipped, forged ones refused. */
    async merge(entries: readonly unknown[]): Promise<{ added: number; known: number; refused: number }> {
      const genuine = entries.filter(isGenuine);
      const added = await append((tx) => appendEntries(tx, genuine, env.now()));
      return {
        added: added.length,
        known: genuine.length - added.length,
        refused: entries.length - genuine.length,
      };
    },

    async getBlob(sha: string): Promise<Blob | null> {
      return (await (await database()).get('blobs', sha))?.blob ?? null;
    },

    /** Calls back with the ids of findings that changed, here or in another tab; returns the way to stop. */
    subscribe(listener: (findings: string[]) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async close(): Promise<void> {
      channel.close();
      listeners.clear();
      if (connection) (await connection).close();
      connection = null;
    },
  };
}
