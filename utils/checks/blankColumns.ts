import { say } from '../words';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const outcome = speaker('blankColumns');

/** Does the page show a column with nothing in it (暂无信息, 共 0 条, 建设中)? */
export const blankColumns: Check = {
  id: 'blankColumns',
  category: 'blank',
  reads: ['kind', 'blankColumns', 'limits', 'pager'],
  run({ kind, blankColumns: blank, lists, limits, pager }) {
    if (kind === 'search' || kind === 'form' || kind === 'error') return outcome('notApplicable', 'none');
    const evidence = blank.map(({ name, quote, place }) => ({
      quote,
      note: say('checks.blankColumns.column', name),
      place,
    }));
    const names = blank.map((b) => b.name).join('、');
    // A pager without rows, or a page that is still loading, may only be a list that a script has not filled yet.
    const said = blank.filter((b) => b.place !== null);
    if (blank.length > 0 && (said.length === 0 || limits.some((l) => l.kind === 'loading'))) {
      return outcome('review', 'noRows', [names], evidence);
    }
    if (pager?.page && pager.page > 1 && blank.length > 0)
      return outcome('review', 'laterPage', [names, pager.page], evidence);
    if (blank.length > 0) return outcome('fail', 'blank', [blank.length, names], evidence);
    return lists.length > 0 && (kind === 'home' || kind === 'column')
      ? outcome('pass', 'filled', [lists.length])
      : outcome('notApplicable', 'none');
  },
};
