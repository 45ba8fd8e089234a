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
import { changesIn } from './changes';
import { connect } from './connection';
import { DATABASE_NAME, LOG, unawaited } from './database';
import { type Entry, inTime, isGenuine } from './entry';
import { storeError } from './errors';
import { exchangeIn } from './exchange';
import type { FieldChanges, Finding } from './finding';
import { inbox } from './inbox';
import type { Json } from './json';
import { entriesNamed } from './log';
import { type KeyValue, mirrorIn } from './mirror';
import { readingIn } from './reading';
import { attaching, type Draft, findingOf, type Look, plain, recording, withoutScreenshot } from './record';
import { dismissReport, loadReport, recoverOnce } from './recovery';
import { sha256Blob } from './sha256';
import { inverseOf } from './undo';
import { writerIn } from './writer';

export interface StoreEnv {
  /** The reviewer's name, asked at every write. */
  author(): string;
  /** ms since 1970. */
  now(): number;
  /** Where copies are kept that survive the loss of IndexedDB: `browser.storage.local`. */
  mirror?: KeyValue;
  /** What lasts until the browser ends (`browser.storage.session`), where the mirror must be renewed once per run of it. */
  session?: KeyValue | undefined;
  /** Database name; tests use their own. */
  name?: string;
}

export interface Recorded {
  finding: Finding;
  entry: Entry;
  /** Set when the finding is safe but its screenshot or HTML could not be kept. */
  problem: Sentence | null;
}

export interface Merged {
  added: number;
  known: number;
  refused: number;
}

export type Store = Awaited<ReturnType<typeof openStore>>;

/** Entries merged in one transaction: more would keep everybody else waiting, and fewer would wait for the disk. */
const BATCH = 2_000;

/** Opens the findings store; throws {@link StoreError} when the browser does not let it. */
export async function openStore(env: StoreEnv) {
  const name = env.name ?? DATABASE_NAME;
  const connection = await connect(name);
  const mirror = env.mirror ? mirrorIn(env.mirror) : null;
  const changes = changesIn(name);
  const reading = readingIn(connection);
  const { append, appendAll, keepBlob, forget } = writerIn({ ...env, connection, mirror, changes });
  const take = inbox();

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
      await keepBlob(blob).catch(async (cause) => {
        problem = storeError(cause).sentence;
        if (blob === screenshot)
          await appendAll([[finding, withoutScreenshot(evidence, problem)]]).catch(() => {});
      });
    }
    return { finding: (await reading.get(finding))!, entry: entry!, problem };
  }

  /**
   * Adds a picture to a finding; returns the entry made, for undo ([] where there is no such finding). The picture is kept
   * before the entry names it: without its picture this evidence says nothing.
   */
  async function attach(finding: string, look: Look): Promise<Entry[]> {
    const screenshot = await keepBlob(look.image);
    return appendAll([[finding, attaching(look, crypto.randomUUID(), screenshot)]]);
  }

  /** Sets fields on one or many findings; returns the entries made (none where nothing changed), for undo. */
  function edit(findings: readonly string[], fields: FieldChanges): Promise<Entry[]> {
    const values = plain(fields);
    return appendAll(findings.map((id) => [id, (before) => (before ? values : {})]));
  }

  /** Takes steps back by appending their inverses; returns those, so that undoing can be undone. */
  async function undo(entryIds: readonly string[]): Promise<Entry[]> {
    const db = await connection.database();
    const entries = await entriesNamed(db.transaction(LOG), entryIds);
    const latestFirst = entries.sort(inTime).reverse();
    return appendAll(
      latestFirst.map((entry) => [entry.finding, (now) => (now ? inverseOf(now, entry) : {})]),
    );
  }

  if (mirror)
    await recoverOnce(name, connection, { mirror, storage: env.mirror!, session: env.session, now: env.now });

  return {
    ...reading,
    record,
    attach,
    edit,
    undo,
    putBlob: keepBlob,
    exchange: exchangeIn({ connection, append, forget, take, now: env.now }),
    remove: (findings: readonly string[]) => edit(findings, { deleted: true }),
    restore: (findings: readonly string[]) => edit(findings, { deleted: false }),

    /**
     * Sets fields on subjects of any kind (campaigns, roster items …), making those that are new, in one transaction;
     * returns the entries made, for undo.
     */
    set(values: Iterable<readonly [subject: string, fields: Record<string, Json>]>): Promise<Entry[]> {
      return appendAll([...values].map(([subject, fields]) => [subject, () => fields]));
    },

    /**
     * Adds entries from elsewhere, batch by batch: known ones are skipped, forged ones refused. `held`: they come from the
     * endpoint, which keeps them; `filed`: from a file, which is their second copy, and still have to go to the endpoint.
     * `progress` is told how many were looked at; a failure half-way leaves what was added, and merging again adds the rest.
     */
    async merge(
      entries: readonly unknown[],
      {
        held = false,
        filed = false,
        progress = () => {},
      }: { held?: boolean; filed?: boolean; progress?(done: number): void } = {},
    ): Promise<Merged> {
      const merged: Merged = { added: 0, known: 0, refused: 0 };
      for (let start = 0; start < entries.length; start += BATCH) {
        progress(start);
        const batch = entries.slice(start, start + BATCH);
        const genuine = batch.filter(isGenuine);
        const added = await append(
          (tx, count) => take(tx, genuine, { count, now: env.now(), held, filed }),
          held || filed,
        );
        merged.added += added.length;
        merged.known += genuine.length - added.length;
        merged.refused += batch.length - genuine.length;
      }
      return merged;
    },

    /** An endpoint or a backup file holds these now: their copies in the mirror are no longer needed. */
    async acknowledge(held: { entries: readonly string[]; blobs?: readonly string[] }): Promise<void> {
      await connection.write(async (tx) => {
        for (const id of held.entries) unawaited(tx.objectStore('pending').delete(id));
      });
      await forget(held);
    },

    /** What was brought back after damage and not yet confirmed by the reviewer. */
    recovery: async () => (env.mirror ? loadReport(env.mirror) : null),
    dismissRecovery: async () => (env.mirror ? dismissReport(env.mirror) : undefined),

    /** Calls back when something changed, here or in another tab; see changes.ts. */
    subscribe: changes.subscribe,
    subscribeAll: changes.subscribeAll,

    async close(): Promise<void> {
      changes.close();
      await connection.close();
    },
  };
}
