import { needed, roleOf } from './arguments';
import { blobsIn } from './blobs';
import type { Sqlite } from './database';
import { givenOrNew } from './password';
import { teamsIn } from './teams';
import { usersIn } from './users';

/** `team add TEAM`. */
export function teamCommand(db: Sqlite, [verb, name]: string[]): number {
  if (verb !== 'add') throw new Error('team add TEAM');
  teamsIn(db).create(needed(name, 'TEAM'));
  return 0;
}

/** `user add | password | remove | list`. */
export async function userCommand(
  db: Sqlite,
  [verb, name]: string[],
  options: { team?: string; role?: string },
): Promise<number> {
  const users = usersIn(db, Date.now);
  switch (verb) {
    case 'add': {
      const user = needed(name, 'NAME');
      const team = needed(options.team, '--team');
      const role = roleOf(options.role);
      teamsIn(db).create(team);
      if (!users.exists(user)) await users.set(user, await givenOrNew(user));
      users.join(team, user, role);
      return 0;
    }
    case 'password': {
      const user = needed(name, 'NAME');
      if (!users.exists(user)) throw new Error(`There is no user ${user}.`);
      await users.set(user, await givenOrNew(user));
      return 0;
    }
    case 'remove':
      if (!users.remove(needed(name, 'NAME'))) throw new Error(`There is no user ${name}.`);
      return 0;
    case 'list':
      for (const row of users.list()) console.log([row.name, row.team ?? '-', row.role ?? '-'].join('\t'));
      return 0;
    default:
      throw new Error('user add | password | remove | list');
  }
}

/** `purge ID --team TEAM --reason TEXT`. */
export function purge(
  db: Sqlite,
  id: string | undefined,
  options: { team?: string; reason?: string },
): number {
  const [team, reason] = [needed(options.team, '--team'), needed(options.reason, '--reason')];
  const at = new Date().toISOString();
  const sha = /^sha256-([0-9a-f]{64})$/.exec(needed(id, 'ID'))?.[1];
  const erased = sha ? blobsIn(db).purge(team, sha, reason, at) : teamsIn(db).purge(team, id!, reason, at);
  if (!erased) throw new Error(`${team} has no ${id}.`);
  // What was erased must not be readable in the file's free pages either.
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
  return 0;
}
