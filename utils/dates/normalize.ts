const WIDE = /[\uff01-\uff5e\u3000\u00a0\u2002-\u200a\u202f\u2010\u2011\u2212]/g;

/**
 * Full-width forms, odd blanks and odd hyphens as their ASCII twins, one UTF-16 unit for one, so that offsets
 * in the result are offsets in the page's text. (NFKC would do the same for these but changes lengths elsewhere.)
 */
export function toHalfWidth(text: string): string {
  WIDE.lastIndex = 0;
  if (!WIDE.test(text)) return text;
  return text.replace(WIDE, (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    return code === 0x2010 || code === 0x2011 || code === 0x2212 ? '-' : ' ';
  });
}
