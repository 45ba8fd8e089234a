import { describe, it } from 'vitest';
import { couchdbTarget } from '../lib/couchdb';
import { contract } from './suite';

/** `npm run contract -- URL`: a CouchDB server, with its administrator's name and password in the address. */
const url = process.env.CONTRACT_URL;

if (url) contract(new URL(url).host, () => couchdbTarget(url, async () => {}));
else describe('a server of your own', () => it.todo('give its address: npm run contract -- URL'));
