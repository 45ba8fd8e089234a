import type { Check, Evidence } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('garbledText');

/** What UTF-8 read as GBK, GBK read as UTF-8, and UTF-8 read as Latin leave behind. */
const GARBLED =
  /锟斤拷|烫烫烫|屯屯屯|\ufffd{2,}|ï»¿|ï¿½|(?:[åäæçèé][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]{1,2}){3,}|[檢鏀鐨鍦鍚璇锛銆涓浜][?﹤﹥︽︾]{1,2}|(?:[\u93c0-\u9470]|鐨|鍦|涓|锛|銆|鏄|鍙|鎴|绔|浠){6,}/g;
/** Above this share of the page it is the page's encoding, not a damaged text. */
const WHOLE_PAGE = 0.3;

/** Is text damaged by a wrong encoding? */
export const garbledText: Check = {
  id: 'garbledText',
  category: 'tampering',
  reads: ['blocks', 'title'],
  run({ blocks, title, charset }) {
    const evidence: Evidence[] = [];
    let damaged = 0;
    let total = 0;
    for (const block of blocks) {
      total += block.text.length;
      const matches = [...block.text.matchAll(GARBLED)];
      const [match] = matches;
      if (!match) continue;
      damaged += matches.reduce((sum, m) => sum + m[0].length, 0);
      evidence.push({
        quote: block.text.slice(Math.max(0, match.index - 10), match.index + 30),
        place: { block: block.id, start: match.index, end: match.index + match[0].length },
      });
    }
    if (title.search(GARBLED) >= 0) evidence.unshift({ quote: title.slice(0, 60), place: null });
    if (evidence.length === 0) return speak('pass', 'clean');
    const spots = evidence.slice(0, MAX_EVIDENCE);
    if (damaged > total * WHOLE_PAGE) return speak('review', 'wholePage', [charset], spots);
    return speak('fail', 'found', [evidence.length], spots);
  },
};
