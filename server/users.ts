import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Sqlite } from './database';

/** reader: sees all, writes nothing · reviewer: also adds entries under its own name · admin: also exports on the page. */
export const ROLES = ['reader', 'reviewer', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What a password costs to compute (scrypt, RFC 7914); kept with each hash, so that it may be raised. */
export interface Cost {
  N: number;
  r: number;
  p: number;
}

/** Strength per OWASP's password storage cheat sheet; it takes 16 MB. */
const COST: Cost = { N: 2 ** 14, r: 8, p: 5 };
const KEY_BYTES = 32;
/** How many passwords are computed at once; each takes 16 MB and a thread for about a tenth of a second. */
const AT_ONCE = 1;
/** How long a password that was right is not computed again, in ms. */
const REMEMBERED_MS = 10 * 60_000;

export type Users = ReturnType<typeof usersIn>;

/** Names, password hashes and roles in teams. */
export function usersIn(db: Sqlite, now: () => number, cost = COST) {
  const hashOf = db.prepare('SELECT hash FROM users WHERE name = ?');
  const roleOf = db.prepare('SELECT role FROM members WHERE team = ? AND user = ?');
  const teamsOf = db.prepare('SELECT team, role FROM members WHERE user = ? ORDER BY team');
  const secret = randomBytes(32);
  const decoy = format(cost, randomBytes(16), randomBytes(KEY_BYTES));
  const remembered = new Map<string, number>();
  let running = 0;
  const queue: (() => void)[] = [];

  async function matches(password: string, hash: string): Promise<boolean> {
    const [, N, r, p, salt = '', key = ''] = hash.split('$');
    const known = Buffer.from(key, 'base64');
    if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
    running++;
    try {
      const costs = { N: Number(N), r: Number(r), p: Number(p) };
      return timingSafeEqual(await derive(costs, password, Buffer.from(salt, 'base64')), known);
    } finally {
      running--;
      queue.shift()?.();
    }
  }

  return {
    /** True when the password is the user's. An unknown name takes as long as a wrong password. */
    async verify(name: string, password: string): Promise<boolean> {
      const known = (hashOf.get(name) as { hash: string } | undefined)?.hash;
      const hash = known ?? decoy;
      // The stored hash is part of the key: a changed password or a removed user is forgotten at once.
      const key = createHmac('sha256', secret).update(`${name}\0${password}\0${hash}`).digest('base64');
      if ((remembered.get(key) ?? 0) > now()) return true;
      if (!(await matches(password, hash)) || !known) return false;
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(key, now() + REMEMBERED_MS);
      return true;
    },

    role: (team: string, name: string) =>
      (roleOf.get(team, name) as { role: Role } | undefined)?.role ?? null,

    teams: (name: string) => teamsOf.all(name) as { team: string; role: Role }[],

    /** Makes a user or sets a new password. */
    async set(name: string, password: string): Promise<void> {
      if (!isUserName(name))
        throw new Error(`Not a user name: ${name} (1 to 50 characters, without : and controls)`);
      if ([...password].length < 8) throw new Error('A password has at least 8 characters.');
      const salt = randomBytes(16);
      const hash = format(cost, salt, await derive(cost, password, salt));
      db.prepare(
        'INSERT INTO users (name, hash) VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
      ).run(name, hash);
    },

    exists: (name: string) => hashOf.get(name) !== undefined,

    join(team: string, name: string, role: Role): void {
      db.prepare(
        'INSERT INTO members (team, user, role) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role',
      ).run(team, name, role);
    },

    /** Takes a user away; the entries stay under the name. */
    remove: (name: string) => db.prepare('DELETE FROM users WHERE name = ?').run(name).changes > 0,

    list: () =>
      db
        .prepare(
          'SELECT users.name, team, role FROM users LEFT JOIN members ON user = users.name ORDER BY users.name, team',
        )
        .all() as { name: string; team: string | null; role: Role | null }[],
  };
}

/** Names go into an `Authorization` header, where `:` ends them. */
export function isUserName(name: string): boolean {
  return /^[^:\p{Cc}]{1,50}$/u.test(name) && name.trim() === name;
}

function format({ N, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

function derive(cost: Cost, password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: 64 * 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
