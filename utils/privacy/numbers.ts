const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/** Province codes of GB/T 2260, first two digits of an ID card. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** Whether 18 characters are an ID card number: province, day of birth and check digit (GB 11643). */
export function isIdCard(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !PROVINCES.has(text.slice(0, 2))) return false;
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  if (!/^(?:19|20)/.test(text.slice(6)) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((s, w, i) => s + w * Number(text[i]), 0);
  return CHECK[sum % 11] === text[17]!.toUpperCase();
}

/** Whether digits are a bank card of a mainland issuer: prefix 62 (UnionPay), 16 to 19 digits, Luhn's check digit. */
export function isBankCard(digits: string): boolean {
  return /^62\d{14,17}$/.test(digits) && isLuhn(digits);
}

/** Also cards of other and of older issuers. One code in ten passes by chance: enough to cover it, too little to blame anybody. */
export function mayBeBankCard(digits: string): boolean {
  return /^(?:62\d{14,17}|[459]\d{15,18})$/.test(digits) && isLuhn(digits);
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
