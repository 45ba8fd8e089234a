/**
 * `npm run evaluate [-- pages|checks|accounts|typos]`: measures readers and engines on real data that lie beside the checkout;
 * without a name, everything. `typos clean real` … measures some of its sets only.
 * Parts whose data are missing say so and are left out.
 */
import { evaluateAccounts } from './evaluate/accounts';
import { evaluateTypos } from './evaluate/typos';

const PARTS = ['pages', 'checks', 'accounts', 'typos'];
const [part, ...some] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (part !== undefined && !PARTS.includes(part)) {
  console.error(`npm run evaluate -- [${PARTS.join('|')}]`);
  process.exit(2);
}
const wants = (name: string): boolean => part === undefined || part === name;
if (wants('accounts') && ((await evaluateAccounts(process.cwd())) ?? 0) > 0) process.exitCode = 1;
if (wants('typos')) evaluateTypos(process.cwd(), some);
if (wants('pages')) await import('./evaluate/pages');
if (wants('checks')) await import('./evaluate/checks');
