import type { Entry } from '../utils/findings/entry';
import { isGenuine, withoutServerMembers } from '../utils/findings/entry';
import { isTeamName } from '../utils/sync/connect';
import type { Sqlite } from './database';

/** Largest entry in bytes of JSON: 100 times what a finding with all its outcomes takes. */
export const MAX_ENTRY_BYTES = 1_000_000;

/** A page of the feed ends once it is this large, looked at every so many rows. */
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
  const numbered = db.prepare('UPDATE teams SET seq = seq + 1 WHERE name = ? RETURNING seq');
  const present = db.prepare('SELECT 1 FROM entries WHERE team = ? AND id = ?');
  const insert = db.prepare('INSERT INTO entries (team, seq, id, finding, body) VALUES (?, ?, ?, ?, ?)');
  const after = db.prepare(
    'SELECT seq, id, body FROM entries WHERE team = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const last = db.prepare('SELECT seq FROM teams WHERE name = ?');

  /** The number is taken inside the transaction that writes the row: a reader never sees a later one first. */
  function append(team: string, id: string, finding: string, body: string | null): void {
    const { seq } = numbered.get(team) as { seq: number };
    insert.run(team, seq, id, finding, body);
  }

  function take(team: string, user: string, document: unknown): Row {
    const id = idOf(document);
    if (present.get(team, id)) return { id, error: 'conflict', reason: 'Document update conflict.' };
    const reason = reasonAgainst(document, user);
    if (reason) return { id, error: 'forbidden', reason };
    const entry = withoutServerMembers(document as Entry);
    const body = JSON.stringify(entry);
    if (Buffer.byteLength(body) > MAX_ENTRY_BYTES)
      return { id, error: 'forbidden', reason: 'entry too large' };
    append(team, id, entry.finding, body);
    return { id, ok: true, rev: revOf(id) };
  }

  return {
    exists: (team: string) => known.get(team) !== undefined,

    create(team: string): void {
      if (!isTeamName(team)) throw new Error(`Not a team name: ${team} (a-z, 0-9, _ and -, a letter first)`);
      db.prepare('INSERT OR IGNORE INTO teams (name) VALUES (?)').run(team);
    },

    /** Stores what is genuine and new, in one transaction. */
    append: (team: string, user: string, documents: readonly unknown[]): Row[] =>
      db.transaction(() => documents.map((document) => take(team, user, document))).immediate(),

    /** At most `limit` changes after a number, and no more than some megabytes of them. */
    changes(team: string, since: number, limit: number): Change[] {
      const changes: Change[] = [];
      let bytes = 0;
      while (changes.length < limit && bytes < PAGE_BYTES) {
        const rows = after.all(
          team,
          changes.at(-1)?.seq ?? since,
          Math.min(PIECE, limit - changes.length),
        ) as Change[];
        changes.push(...rows);
        bytes += rows.reduce((sum, row) => sum + (row.body?.length ?? 0), 0);
        if (rows.length < PIECE) break;
      }
      return changes;
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
          append(team, id, '', null);
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

function reasonAgainst(document: unknown, user: string): string | null {
  if ((document as { _deleted?: unknown } | null)?._deleted) return 'entries are never deleted';
  if (!isGenuine(document)) return 'id is not the hash of the content';
  return document.author === user ? null : 'author is not the user';
}
