/**
 * `npm run contract -- [URL]`: holds a sync endpoint against the contract. Without an address: the embedded endpoint
 * and PouchDB Server. With one: that CouchDB server (`http://admin:password@host:5984/`), in teams of its own.
 */
import { spawnSync } from 'node:child_process';
import { bin } from './lib/step.mjs';

const [url] = process.argv.slice(2);
const { status } = spawnSync(
  bin('vitest'),
  ['run', '--project', 'contract', ...(url ? ['contract/url'] : [])],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(url ? { CONTRACT_URL: url } : {}) },
  },
);
process.exitCode = status ?? 1;
