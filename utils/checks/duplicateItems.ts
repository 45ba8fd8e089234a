import type { ListItem } from '../page/snapshot';
import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('duplicateItems');

/** Shorter titles (公告, 通知, 招聘公示) may well be two things. */
const MIN_TITLE = 10;

/** Is one article twice in a list? Pinned rows are shown twice on purpose. */
export const duplicateItems: Check = {
  id: 'duplicateItems',
  category: 'other',
  reads: ['lists'],
  run({ lists }) {
    if (lists.length === 0) return speak('notApplicable', 'noList');
    const twice = lists.flatMap((list) => repeated(list.items));
    if (twice.length === 0) return speak('pass', 'none');
    const evidence = twice
      .slice(0, MAX_EVIDENCE)
      .map((item) => ({ quote: item.title, place: item.place, href: item.href }));
    return speak('review', 'found', [twice.length], evidence);
  },
};

/** Cut titles (…) of one series look alike; only the same address makes them one. */
const CUT = /(?:…|\.{3})\s*$/;

/** Rows whose title and day were there before in the same list. */
function repeated(items: readonly ListItem[]): ListItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.pinned || item.title.length < MIN_TITLE || !item.date || !/^https?:/.test(item.href))
      return false;
    const key = `${item.title}\n${item.date}${CUT.test(item.title) ? `\n${item.href}` : ''}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
