import type { Connection } from './connection';
import { unawaited } from './database';
import { storeError } from './errors';
import { sha256Blob } from './sha256';

/**
 * Keeps a file under the SHA-256 of its bytes; `fresh` = it was not there yet. It becomes outgoing unless the endpoint
 * holds it. `now` is in ms. Throws StoreError.
 */
export async function putBlob(
  connection: Connection,
  blob: Blob,
  { now, held }: { now: number; held: boolean },
): Promise<{ sha: string; fresh: boolean }> {
  const sha = await sha256Blob(blob);
  try {
    const db = await connection.database();
    if ((await db.getKey('blobs', sha)) !== undefined) return { sha, fresh: false };
    const tx = db.transaction(['blobs', 'outbox'], 'readwrite', { durability: 'strict' });
    unawaited(tx.objectStore('blobs').put({ blob, added: new Date(now).toISOString() }, sha));
    if (!held) unawaited(tx.objectStore('outbox').put('', `sha256-${sha}`));
    await tx.done;
    return { sha, fresh: true };
  } catch (cause) {
    throw storeError(cause);
  }
}

/** The file of that hash, or null. */
export async function getBlob(connection: Connection, sha: string): Promise<Blob | null> {
  return (await (await connection.database()).get('blobs', sha))?.blob ?? null;
}
