import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/database';
import { serve } from '../../server/serve';
import { teamsIn } from '../../server/teams';
import { type Role, usersIn } from '../../server/users';
import type { Account } from '../../utils/sync/endpoint';

export const PASSWORD = 'correct horse 电池';

/** A data folder with users, each `[name, team, role]`; all have {@link PASSWORD}. */
export async function dataFolder(members: [string, string, Role][]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-'));
  await addMembers(folder, members);
  return folder;
}

export async function addMembers(folder: string, members: [string, string, Role][]): Promise<void> {
  const db = openDatabase(folder);
  // Cheap hashes: what a password costs is tested by itself.
  const users = usersIn(db, Date.now, { N: 2 ** 4, r: 8, p: 1 });
  for (const [name, team, role] of members) {
    teamsIn(db).create(team);
    if (!users.exists(name)) await users.set(name, PASSWORD);
    users.join(team, name, role);
  }
  db.close();
}

/** The embedded endpoint on loopback, inside this process; its folder is removed when it stops. */
export async function startEndpoint(members: [string, string, Role][], now: () => number = Date.now) {
  const data = await dataFolder(members);
  const events: Record<string, unknown>[] = [];
  const running = await serve({ data, port: 0, host: '127.0.0.1', log: (event) => events.push(event), now });
  return {
    url: running.url,
    data,
    events,
    account: (user: string, team = members.find(([name]) => name === user)?.[1] ?? ''): Account => ({
      url: running.url,
      team,
      user,
      password: PASSWORD,
    }),
    async stop() {
      await running.stop();
      rmSync(data, { recursive: true });
    },
  };
}
