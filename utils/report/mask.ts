import { maskPersonal } from '../privacy/find';
import { mayBeBankCard } from '../privacy/numbers';

/** What must stay as it is for the table to be of use: addresses, hashes, codes. */
const PLAIN = new Set(['number', 'url', 'siteCode', 'screenshotFile', 'screenshotSha']);

/**
 * Covers ID card, mobile and bank card numbers in one cell (个人信息): a ledger about a leak must not leak again. Numbers count
 * only with a right check digit, so codes and document numbers stay; an office's landline stays too.
 */
export function masked(text: string, column: string): string {
  return PLAIN.has(column) ? text : maskPersonal(text, mayBeBankCard);
}
