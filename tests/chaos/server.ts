import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { openDatabase } from '../../server/database';
import type { Entry } from '../../utils/findings/entry';
import type { Json } from '../../utils/findings/json';
import { sha256Blob } from '../../utils/findings/sha256';
import { type Endpoint, endpointOf } from '../../utils/sync/endpoint';
import { dataFolder, PASSWORD } from '../lib/endpoint';
import { entriesBy } from '../lib/entries';
import { bundleServer, startServer } from '../lib/program';

/** What came out of killing the server again and again. */
export interface Outcome {
  kills: number;
  /** Entries and blobs that the server had said it holds. */
  acknowledged: number;
  blobs: number;
  /** Of those, how many are gone; entries that the feed gave twice; entries that an incremental reader missed. */
  lost: number;
  lostBlobs: number;
  doubled: number;
  missed: number;
  /** SQLite's own check of the file. */
  integrity: string;
  /** From start to first answer, the slowest, in ms. */
  slowestStart: number;
}

const WRITERS = 4;
const ACCOUNT = { team: 'gov', user: 'wang', password: PASSWORD };

/**
 * Starts the server, loads it with writers and a reader, kills it (SIGKILL) at a random moment, and again. Then
 * counts what it had acknowledged and does not have.
 */
export async function killServer(
  kills: number,
  progress: (kill: number) => void = () => {},
): Promise<Outcome> {
  bundleServer();
  const folder = await dataFolder([['wang', 'gov', 'reviewer']]);
  const acknowledged = new Set<string>();
  const blobs = new Set<string>();
  const seen = new Set<string>();
  const reading = { since: null as Json };
  let slowestStart = 0;
  try {
    for (let kill = 0; kill < kills; kill++) {
      const started = performance.now();
      const { url, child } = await startServer(folder);
      const endpoint = endpointOf({ url, ...ACCOUNT }, { fetch });
      slowestStart = Math.max(slowestStart, performance.now() - started);
      const running = { on: true };
      const work = [
        ...Array.from({ length: WRITERS }, () => write(endpoint, running, acknowledged, blobs)),
        read(endpoint, running, seen, reading),
      ];
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 600));
      child.kill('SIGKILL');
      running.on = false;
      await Promise.all([once(child, 'exit'), ...work]);
      progress(kill + 1);
    }
    const { url, child } = await startServer(folder);
    const endpoint = endpointOf({ url, ...ACCOUNT }, { fetch });
    const missing = await endpoint.missing([...blobs].slice(0, 1_000));
    const ids = await feed(endpoint);
    await read(endpoint, null, seen, reading);
    child.kill('SIGTERM');
    await once(child, 'exit');
    const db = openDatabase(folder);
    const [{ integrity_check: integrity }] = db.pragma('integrity_check') as [{ integrity_check: string }];
    db.close();
    const held = new Set(ids);
    const count = (set: Iterable<string>, isWrong: (id: string) => boolean) =>
      [...set].filter(isWrong).length;
    return {
      kills,
      acknowledged: acknowledged.size,
      blobs: blobs.size,
      lost: count(acknowledged, (id) => !held.has(id)),
      lostBlobs: missing.length,
      doubled: ids.length - held.size,
      missed: count(held, (id) => !seen.has(id)),
      integrity,
      slowestStart: Math.round(slowestStart),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(
  endpoint: Endpoint,
  running: { on: boolean },
  acknowledged: Set<string>,
  blobs: Set<string>,
): Promise<void> {
  try {
    while (running.on) {
      for (const [id, verdict] of await endpoint.push(entriesBy('wang', 20))) {
        if (verdict === 'held') acknowledged.add(id);
      }
      const blob = new Blob([crypto.getRandomValues(new Uint8Array(30_000))]);
      const sha = await sha256Blob(blob);
      await endpoint.putBlob(sha, blob);
      blobs.add(sha);
    }
  } catch {
    // The server is gone: what it had not answered may be there or not.
  }
}

/** Follows the feed as a client does, page and position together, until the server is gone or there is no more. */
async function read(
  endpoint: Endpoint,
  running: { on: boolean } | null,
  seen: Set<string>,
  reading: { since: Json },
): Promise<void> {
  try {
    for (;;) {
      const page = await endpoint.changes(reading.since, 100);
      for (const document of page.documents as Entry[]) seen.add(document._id);
      reading.since = page.since;
      if (running ? !running.on : page.last) return;
    }
  } catch (cause) {
    if (!running) throw cause;
  }
}

async function feed(endpoint: Endpoint): Promise<string[]> {
  const ids: string[] = [];
  for (let since: Json = null, last = false; !last; ) {
    const page = await endpoint.changes(since, 1_000);
    ids.push(...(page.documents as Entry[]).map((document) => document._id));
    ({ since, last } = page);
  }
  return ids;
}
