import { isTeamName } from '../../utils/sync/connect';
import { needed, roleOf } from '../arguments';
import { givenOrNew } from '../password';
import { isUserName, ROLES } from '../users';
import validate from './validate.js?raw';

/** The document whose function CouchDB runs before every write to the team's database. */
export function designOf(team: string): { _id: string; language: string; validate_doc_update: string } {
  // CouchDB wants the bare function: some of its engines put parentheses around it.
  const source = validate.slice(validate.indexOf('function (newDoc'), validate.lastIndexOf('}') + 1);
  return {
    _id: '_design/duwang',
    language: 'javascript',
    validate_doc_update: source.replace('@team@', team),
  };
}

/** The role that a member of a team has on CouchDB: roles there are server-wide, hence the team in front. */
const roleName = (team: string, role: string) => `${team}:${role}`;

/**
 * Makes a team on a CouchDB server, or brings it to this version's rules: database, members, validation. Nothing that
 * is stored is changed. `url` carries the administrator's name and password.
 */
export async function couchdbSetup(url: string, team: string): Promise<void> {
  if (!isTeamName(team)) throw new Error(`Not a team name: ${team} (a-z, 0-9, _ and -, a letter first)`);
  const request = client(url);
  await request('PUT', team, undefined, [412]);
  await request('PUT', `${team}/_security`, {
    admins: { names: [], roles: [] },
    members: { names: [], roles: ROLES.map((role) => roleName(team, role)) },
  });
  const design = designOf(team);
  const existing = await request('GET', `${team}/${design._id}`, undefined, [404]);
  const { _rev } = (existing ?? {}) as { _rev?: string };
  await request('PUT', `${team}/${design._id}`, _rev ? { ...design, _rev } : design);
  console.log(`${team}: ready`);
}

/** Makes a user on a CouchDB server and gives it a role in a team; other roles and the password stay. */
export async function couchdbUser(
  url: string,
  name: string,
  options: { team?: string; role?: string },
  password: (name: string) => Promise<string> = givenOrNew,
): Promise<number> {
  const team = needed(options.team, '--team');
  const role = roleOf(options.role);
  if (!isUserName(name)) throw new Error(`Not a user name: ${name}`);
  const request = client(url);
  const id = `org.couchdb.user:${name}`;
  const path = `_users/${encodeURIComponent(id)}`;
  await request('PUT', '_users', undefined, [412]);
  const existing = (await request('GET', path, undefined, [404])) as { roles?: string[] } | null;
  const others = (existing?.roles ?? []).filter((one) => !one.startsWith(`${team}:`));
  const roles = [...others, roleName(team, role)];
  const user = existing ?? { _id: id, type: 'user', name, password: await password(name) };
  await request('PUT', path, { ...user, roles });
  return 0;
}

/** Requests as the administrator; resolves to the answer's JSON, null where the status is one of `also`. */
function client(address: string) {
  const url = new URL(address.endsWith('/') ? address : `${address}/`);
  const secret = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
  url.username = '';
  url.password = '';
  return async (method: string, path: string, body?: unknown, also: number[] = []): Promise<unknown> => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(secret === ':' ? {} : { authorization }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (also.includes(response.status)) return null;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}
