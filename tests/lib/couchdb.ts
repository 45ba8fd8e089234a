import { couchdbSetup, couchdbUser } from '../../server/couchdb/setup';
import type { Account } from '../../utils/sync/endpoint';
import type { Target } from '../contract/suite';
import { PASSWORD } from './endpoint';

/** Two new teams with users on a server of CouchDB's kind; `url` carries the administrator's name and password. */
export async function couchdbTarget(url: string, stop: () => Promise<void>): Promise<Target> {
  const mark = crypto.randomUUID().slice(0, 8);
  const address = new URL(url);
  address.username = '';
  address.password = '';
  const [team, other] = [`contract-${mark}-a`, `contract-${mark}-b`];
  for (const name of [team, other]) await couchdbSetup(url, name);
  const member = async (name: string, of: string, role: string): Promise<Account> => {
    const user = `${name}-${mark}`;
    await couchdbUser(url, user, { team: of, role }, async () => PASSWORD);
    return { url: address.href, team: of, user, password: PASSWORD, clearText: true };
  };
  return {
    wang: await member('wang', team, 'reviewer'),
    li: await member('li', team, 'reviewer'),
    reader: await member('du', team, 'reader'),
    stranger: await member('zhao', other, 'reviewer'),
    checksBlobs: false,
    stop,
  };
}
