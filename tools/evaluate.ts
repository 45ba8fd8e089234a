/**
 * `npm run evaluate [-- pages|accounts]`: measures the readers on real pages that lie beside the checkout; without a
 * name, everything. Parts whose data are missing say so and are left out.
 */
import { evaluateAccounts } from './evaluate/accounts';

const [part] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (part !== undefined && part !== 'pages' && part !== 'accounts') {
  console.error('npm run evaluate -- [pages|accounts]');
  process.exit(2);
}
if (part !== 'pages' && ((await evaluateAccounts(process.cwd())) ?? 0) > 0) process.exitCode = 1;
if (part !== 'accounts') await import('./evaluate/pages');
