import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

export type Sqlite = Database.Database;

/** Steps that bring the file to the newest version, in order; a released step is never changed. */
const MIGRATIONS = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE teams (name TEXT PRIMARY KEY, seq INTEGER NOT NULL DEFAULT 0);
   CREATE TABLE users (name TEXT PRIMARY KEY, hash TEXT NOT NULL);
   CREATE TABLE members (
     team TEXT NOT NULL REFERENCES teams, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
     role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')), PRIMARY KEY (team, user)
   ) WITHOUT ROWID;
   CREATE TABLE entries (
     team TEXT NOT NULL REFERENCES teams, seq INTEGER NOT NULL, id TEXT NOT NULL, finding TEXT NOT NULL,
     body TEXT, PRIMARY KEY (team, seq)
   );
   CREATE UNIQUE INDEX entries_id ON entries (team, id);
   CREATE INDEX entries_finding ON entries (team, finding, seq);
   CREATE TABLE blobs (
     team TEXT NOT NULL REFERENCES teams, sha TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB, PRIMARY KEY (team, sha)
   );
   CREATE TABLE purges (
     team TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (team, id)
   ) WITHOUT ROWID;`,
];

export const FILE = 'duwang.db';

/**
 * Opens the data folder's database, made when it is new and readable by its owner only. What is answered to a client
 * is on the disk: write-ahead log, flushed at every commit.
 */
export function openDatabase(folder: string): Sqlite {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const db = new Database(file);
  chmodSync(file, 0o600);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 10000');
  db.transaction(() => {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version > MIGRATIONS.length)
      throw new Error(`${file} was written by a newer version of this program.`);
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    if (version === 0) newEpoch(db);
  }).immediate();
  return db;
}

/** Names the history that the feed's positions belong to. */
export function epochOf(db: Sqlite): string {
  return (db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get() as { value: string }).value;
}

/**
 * Writes a copy of the database while it is in use. The copy has an epoch of its own: should it ever take the place
 * of the original, every client notices, reads the feed from its start and sends again what the copy lacks.
 */
export function backUp(db: Sqlite, file: string): void {
  if (existsSync(file)) throw new Error(`${file} exists already.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  chmodSync(unfinished, 0o600);
  const copy = new Database(unfinished);
  copy.pragma('synchronous = FULL');
  newEpoch(copy);
  copy.close();
  renameSync(unfinished, file);
}

function newEpoch(db: Sqlite): void {
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('epoch', ?)").run(randomBytes(6).toString('hex'));
}
