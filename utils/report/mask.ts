/** What must stay as it is for the table to be of use: addresses, hashes, codes. */
const PLAIN = new Set(['number', 'url', 'siteCode', 'screenshotFile', 'screenshotSha']);

/** Weights of the check digit of an ID card number (GB 11643-1999). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/**
 * Covers ID card, mobile and bank card numbers in one cell (个人信息): a ledger about a leak must not leak again. Numbers count
 * only with a right check digit, so codes and document numbers stay; an office's landline stays too.
 */
export function masked(text: string, column: string): string {
  if (PLAIN.has(column)) return text;
  return text
    .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, (id) => (isIdCard(id) ? covered(id, 3, 4) : id))
    .replace(/(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/g, (card) =>
      isBankCard(card.replace(/[ -]/g, '')) ? covered(card, 4, 4) : card,
    )
    .replace(/(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, (phone) => covered(phone, 3, 4));
}

/** Keeps the ends, so that the person concerned still recognises it. */
function covered(text: string, head: number, tail: number): string {
  return text.slice(0, head) + text.slice(head, -tail).replace(/\d/g, '*') + text.slice(-tail);
}

function isIdCard(id: string): boolean {
  const month = Number(id.slice(10, 12));
  const day = Number(id.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECK[sum % 11] === id[17]!.toUpperCase();
}

/** The Luhn check digit, and a first digit that Chinese banks use (UnionPay 62 and older 4, 5, 9). */
function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5|9)\d{14,18}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
