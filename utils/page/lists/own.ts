import type { Pager } from '../snapshot';
import type { PageText } from '../text';
import type { Group } from './groups';
import { nameBefore } from './name';

/**
 * Which group is the page's own list on a column page: the one under a heading with the column's name, the one that a pager
 * follows, else the longest outside navigation.
 */
export function ownGroup(
  text: PageText,
  groups: readonly Group[],
  columnName: string | null,
  pager: Pager | null,
): Group | null {
  const pagerAt = pager ? text.all.indexOf(pager.quote) : -1;
  let best: Group | null = null;
  let most = 0;
  for (const [i, group] of groups.entries()) {
    const end = group.rows.at(-1)!.end;
    const next = groups[i + 1]?.rows[0]?.start ?? Number.POSITIVE_INFINITY;
    const isNamed =
      columnName !== null && nameBefore(text, group.parent, group.rows[0]!.start)?.name === columnName;
    const isPaged = pagerAt >= end && pagerAt < next;
    const score =
      group.rows.length + (isNamed ? 50 : 0) + (isPaged ? 100 : 0) - (group.parent.zone === 'body' ? 0 : 40);
    if (best === null || score > most) {
      best = group;
      most = score;
    }
  }
  return best;
}
