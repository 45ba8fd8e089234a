import { parseArgs } from 'node:util';
import { needed } from './arguments';
import { couchdbSetup, couchdbUser } from './couchdb/setup';
import { backUp, openDatabase } from './database';
import { jsonLog } from './log';
import { purge, teamCommand, userCommand } from './manage';
import { serve } from './serve';

const USAGE = `npm run server -- [--data DIR] [--port 8787] [--host 127.0.0.1] [--cert PEM --key PEM]
npm run server -- COMMAND …, each with --data DIR unless it names a URL:
  team add TEAM                                  make a team
  user add NAME --team TEAM --role reviewer      make a user (roles: reader, reviewer, admin), or change the role
  user password NAME                             set a new password
  user remove NAME                               take a user away; the entries stay
  user list
  purge ID --team TEAM --reason TEXT             erase an entry (e:…) or a file (sha256-…) where the law asks for it
  backup FILE                                    write a copy while the server runs
  couchdb-setup URL --team TEAM                  make a team on a CouchDB server; URL with the administrator's name and password
  couchdb-user URL NAME --team TEAM --role reviewer
A password is read from the first line of standard input; without one a new password is made and printed.`;

/** `npm run server`: the endpoint, and what its administrator does beside it. Resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'duwang-data' },
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      cert: { type: 'string' },
      key: { type: 'string' },
      team: { type: 'string' },
      role: { type: 'string' },
      reason: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  switch (command) {
    case undefined:
      return run(values);
    case 'team':
      return teamCommand(openDatabase(values.data), rest);
    case 'user':
      return userCommand(openDatabase(values.data), rest, values);
    case 'purge':
      return purge(openDatabase(values.data), rest[0], values);
    case 'backup':
      backUp(openDatabase(values.data), needed(rest[0], 'FILE'));
      return 0;
    case 'couchdb-setup':
      await couchdbSetup(needed(rest[0], 'URL'), needed(values.team, '--team'));
      return 0;
    case 'couchdb-user':
      return couchdbUser(needed(rest[0], 'URL'), needed(rest[1], 'NAME'), values);
    default:
      console.error(USAGE);
      return 2;
  }
}

async function run(values: { data: string; port: string; host: string; cert?: string; key?: string }) {
  const { data, host, cert, key } = values;
  if (!cert !== !key) throw new Error('--cert and --key belong together.');
  const log = jsonLog(process.stderr, Date.now);
  const tls = cert && key ? { cert, key } : undefined;
  const server = await serve({
    data,
    host,
    port: Number(values.port),
    log,
    now: Date.now,
    ...(tls ? { tls } : {}),
  });
  console.log(server.url);
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.stop();
  return 0;
}
