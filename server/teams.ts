import { createHash } from 'node:crypto';
import type { Entry } from '../utils/findings/entry';
import { genuineBy, withoutServerMembers } from '../utils/findings/entry';
import { isTeamName } from '../utils/sync/connect';
import type { Sqlite } from './database';

/** Largest entry in bytes of JSON: 100 times what a finding with all its outcomes takes. */
export const MAX_ENTRY_BYTES = 1_000_000;

/** A page of the feed ends once it is this large; it is read and sent in pieces of so many rows. */
const PAGE_BYTES = 4_000_000;
const PIECE = 50;

/** One row of the answer to `_bulk_docs`, as CouchDB gives it. */
export type Row = { id: string; ok: true; rev: string } | { id: string; error: string; reason: string };

/** A row of the feed; `body` is the entry's JSON, null when it was purged. */
export interface Change {
  seq: number;
  id: string;
  body: string | null;
}

export type Teams = ReturnType<typeof teamsIn>;

/** Documents have one revision for ever; its name only has to look like CouchDB's. */
export const revOf = (id: string) => `1-${id.slice(-32)}`;

/** The log of each team: entries are appended and read; nothing changes or removes one but {@link purge}. */
export function teamsIn(db: Sqlite) {
  const known = db.prepare('SELECT 1 FROM teams WHERE name = ?');
  const number = db.prepare('UPDATE teams SET seq = ? WHERE name = ?');
  const present = db.prepare('SELECT 1 FROM entries WHERE team = ? AND id = ?');
  const insert = db.prepare(
    'INSERT OR IGNORE INTO entries (team, seq, id, finding, body) VALUES (?, ?, ?, ?, ?)',
  );
  const after = db.prepare(
    'SELECT seq, id, body FROM entries WHERE team = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const last = db.prepare('SELECT seq FROM teams WHERE name = ?');

  /**
   * Appends rows, each with the team's next number; true for those that were new. The numbers are taken inside the
   * transaction that writes the rows: a reader never sees a later one first.
   */
  function append(team: string, rows: { id: string; finding: string; body: string | null }[]): boolean[] {
    let { seq } = last.get(team) as { seq: number };
    const added = rows.map(({ id, finding, body }) => {
      const isNew = insert.run(team, seq + 1, id, finding, body).changes > 0;
      if (isNew) seq++;
      return isNew;
    });
    number.run(seq, team);
    return added;
  }

  function take(team: string, user: string, documents: readonly unknown[]): Row[] {
    const read = documents.map((document) => readEntry(document, user));
    const added = append(
      team,
      read.filter((row) => 'body' in row),
    );
    return read.map((row) => {
      if ('reason' in row) return { id: row.id, error: 'forbidden', reason: row.reason };
      return added.shift()
        ? { id: row.id, ok: true, rev: revOf(row.id) }
        : { id: row.id, error: 'conflict', reason: 'Document update conflict.' };
    });
  }

  return {
    exists: (team: string) => known.get(team) !== undefined,

    create(team: string): void {
      if (!isTeamName(team)) throw new Error(`Not a team name: ${team} (a-z, 0-9, _ and -, a letter first)`);
      db.prepare('INSERT OR IGNORE INTO teams (name) VALUES (?)').run(team);
    },

    /** Stores what is genuine and new, in one transaction. */
    append: (team: string, user: string, documents: readonly unknown[]): Row[] =>
      db.transaction(() => take(team, user, documents)).immediate(),

    /** At most `limit` changes after a number, and no more than some megabytes of them, piece by piece. */
    *changes(team: string, since: number, limit: number): Generator<Change[]> {
      let at = since;
      let left = limit;
      let bytes = 0;
      while (left > 0 && bytes < PAGE_BYTES) {
        const size = Math.min(PIECE, left);
        const rows = after.all(team, at, size) as Change[];
        if (rows.length > 0) yield rows;
        if (rows.length < size) return;
        at = rows.at(-1)!.seq;
        left -= rows.length;
        bytes += rows.reduce((sum, row) => sum + (row.body?.length ?? 0), 0);
      }
    },

    /** The number of the last change, as the feed will give it. */
    last: (team: string) => (last.get(team) as { seq: number }).seq,

    /** Which of these entries are there. */
    has: (team: string, id: string) => present.get(team, id) !== undefined,

    /** Findings of a team, the one recorded last first. */
    findings: (team: string) =>
      (
        db
          .prepare(
            'SELECT finding FROM entries WHERE team = ? AND body IS NOT NULL GROUP BY finding ORDER BY MIN(seq) DESC',
          )
          .all(team) as { finding: string }[]
      ).map((row) => row.finding),

    entriesOf: (team: string, finding: string) =>
      (
        db
          .prepare(
            'SELECT body FROM entries WHERE team = ? AND finding = ? AND body IS NOT NULL ORDER BY seq',
          )
          .all(team, finding) as { body: string }[]
      ).map((row) => JSON.parse(row.body) as Entry),

    counts: (team: string) =>
      db
        .prepare(
          'SELECT COUNT(*) AS entries, COUNT(DISTINCT finding) AS findings FROM entries WHERE team = ? AND body IS NOT NULL',
        )
        .get(team) as { entries: number; findings: number },

    /**
     * Erases an entry's content where the law asks for it. Its id stays, so that a device that still has the entry
     * cannot bring it back, and so do time and reason. False when there is no such entry.
     */
    purge: (team: string, id: string, reason: string, at: string): boolean =>
      db
        .transaction(() => {
          const erased = db
            .prepare('DELETE FROM entries WHERE team = ? AND id = ? AND body IS NOT NULL')
            .run(team, id);
          if (erased.changes === 0) return false;
          append(team, [{ id, finding: '', body: null }]);
          db.prepare('INSERT OR REPLACE INTO purges (team, id, at, reason) VALUES (?, ?, ?, ?)').run(
            team,
            id,
            at,
            reason,
          );
          return true;
        })
        .immediate(),
  };
}

function idOf(document: unknown): string {
  const id = (document as { _id?: unknown } | null)?._id;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}

/** A document as a row of the log, or why the user may not add it. */
function readEntry(
  document: unknown,
  user: string,
): { id: string; finding: string; body: string } | { id: string; reason: string } {
  const id = idOf(document);
  if ((document as { _deleted?: unknown } | null)?._deleted)
    return { id, reason: 'entries are never deleted' };
  if (!isGenuine(document)) return { id, reason: 'id is not the hash of the content' };
  if (document.author !== user) return { id, reason: 'author is not the user' };
  const body = JSON.stringify(withoutServerMembers(document));
  if (Buffer.byteLength(body) > MAX_ENTRY_BYTES) return { id, reason: 'entry too large' };
  return { id, finding: document.finding, body };
}

const isGenuine = genuineBy((text) => createHash('sha256').update(text).digest('hex'));
