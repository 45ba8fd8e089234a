import { isBankCard, isIdCard } from './numbers';

export type PersonalKind = 'idCard' | 'idCardMasked' | 'bankCard' | 'mobile';

/** A number that tells who somebody is. `value` stays on the page: screens and exports show `masked`. */
export interface PersonalNumber {
  kind: PersonalKind;
  start: number;
  end: number;
  /** The number with its middle replaced by *. */
  masked: string;
}

const LONG = /(?<![\dA-Za-z])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2,5}[Xx]?(?![\dA-Za-z])/g;
/** As cards are printed: four by four. */
const GROUPED = /(?<![\dA-Za-z])\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g;
/** No part of a longer number, of a decimal or of a number with an area code. */
const MOBILE = /(?<!\d|\d[.-])(?:\+?86[- ]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d|\.\d)/g;
/** Region and whole day of birth are shown, only the serial is hidden. */
const HALF_MASKED =
  /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[*＊xX×]{3,4}[\dXx]?(?!\d)/g;

/**
 * Every ID card, bank card and mobile number in a text, in order. Numbers that fail their check digit are none. `isCard` says which
 * digits are a bank card's.
 */
export function findPersonalNumbers(text: string, isCard = isBankCard): PersonalNumber[] {
  if (!/\d{6}/.test(text) && !/\d{3}[ -]\d{4}/.test(text)) return [];
  const found: PersonalNumber[] = [];
  const add = (kind: PersonalKind, start: number, quote: string) => {
    if (!found.some((f) => start < f.end && f.start < start + quote.length))
      found.push({ kind, start, end: start + quote.length, masked: mask(quote) });
  };
  for (const pattern of [LONG, GROUPED]) {
    for (const m of text.matchAll(pattern)) {
      const digits = m[0].replace(/[ -]/g, '');
      if (isIdCard(digits)) add('idCard', m.index, m[0]);
      else if (isCard(digits)) add('bankCard', m.index, m[0]);
    }
  }
  for (const m of text.matchAll(HALF_MASKED)) add('idCardMasked', m.index, m[0]);
  for (const m of text.matchAll(MOBILE)) add('mobile', m.index, m[0]);
  return found.sort((a, b) => a.start - b.start);
}

/** Keeps the first three and last two characters: enough to find it, not enough to use it. */
export function mask(number: string): string {
  const keep = number.length < 8 ? 1 : 3;
  return number.slice(0, keep) + '*'.repeat(Math.max(0, number.length - keep - 2)) + number.slice(-2);
}

/** A text with every personal number in it masked; its length stays. */
export function maskPersonal(text: string, isCard = isBankCard): string {
  let masked = text;
  for (const { start, end, masked: shown } of findPersonalNumbers(text, isCard).reverse())
    masked = masked.slice(0, start) + shown + masked.slice(end);
  return masked;
}
