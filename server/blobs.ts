import { createHash } from 'node:crypto';
import type { Sqlite } from './database';

/** Largest screenshot or page in bytes. */
export const MAX_BLOB_BYTES = 20_000_000;

export type Blobs = ReturnType<typeof blobsIn>;

/** Screenshots and pages of each team, by the SHA-256 of their bytes. */
export function blobsIn(db: Sqlite) {
  const present = db.prepare('SELECT 1 FROM blobs WHERE team = ? AND sha = ?');
  const insert = db.prepare('INSERT OR IGNORE INTO blobs (team, sha, type, bytes) VALUES (?, ?, ?, ?)');
  const select = db.prepare('SELECT type, bytes FROM blobs WHERE team = ? AND sha = ? AND bytes IS NOT NULL');

  return {
    has: (team: string, sha: string) => present.get(team, sha) !== undefined,

    /** Keeps a blob whose bytes hash to its name. */
    put(team: string, sha: string, bytes: Buffer, type: string): 'stored' | 'present' | 'forged' {
      if (present.get(team, sha)) return 'present';
      if (createHash('sha256').update(bytes).digest('hex') !== sha) return 'forged';
      return insert.run(team, sha, type, bytes).changes > 0 ? 'stored' : 'present';
    },

    get: (team: string, sha: string) => select.get(team, sha) as { type: string; bytes: Buffer } | undefined,

    /** Erases the bytes; the hash stays taken, so that they do not come back. */
    purge(team: string, sha: string, reason: string, at: string): boolean {
      const erase = db.prepare(
        'UPDATE blobs SET bytes = NULL WHERE team = ? AND sha = ? AND bytes IS NOT NULL',
      );
      if (erase.run(team, sha).changes === 0) return false;
      db.prepare('INSERT OR REPLACE INTO purges (team, id, at, reason) VALUES (?, ?, ?, ?)').run(
        team,
        `sha256-${sha}`,
        at,
        reason,
      );
      return true;
    },
  };
}
