import { pathOf } from '../../dates/url';
import type { Pager } from '../snapshot';
import type { PageText } from '../text';
import type { Group } from './groups';
import { nameBefore } from './name';

/** Boxes beside a list that every column of a site repeats. */
const SIDE_BOX = /排行|热门|热点|推荐|推送|最新|最近|相关|关注|猜你|浏览历史/;

/**
 * Which group is the page's own list on a column page: the one under a heading with the column's name, the one that a pager
 * follows, else the longest outside navigation and side boxes, rather one whose articles lie in the page's own folder.
 */
export function ownGroup(
  text: PageText,
  groups: readonly Group[],
  columnName: string | null,
  pager: Pager | null,
  url: string,
): Group | null {
  const pagerAt = pager ? text.all.indexOf(pager.quote) : -1;
  let best: Group | null = null;
  let most = 0;
  for (const [i, group] of groups.entries()) {
    const end = group.rows.at(-1)!.end;
    const next = groups[i + 1]?.rows[0]?.start ?? Number.POSITIVE_INFINITY;
    const heading = nameBefore(text, group.parent, group.start)?.name ?? '';
    const isNamed = heading !== '' && heading === columnName;
    const isPaged = pagerAt >= end && pagerAt < next;
    const score =
      group.rows.length +
      (isNamed ? 50 : 0) +
      (isPaged ? 100 : 0) +
      20 * shareInFolder(group, url) -
      (!isNamed && SIDE_BOX.test(heading) ? 40 : 0) -
      (group.parent.zone === 'body' ? 0 : 40);
    if (best === null || score > most) {
      best = group;
      most = score;
    }
  }
  return best;
}

/** The share of rows that lead into the folder of the page's address; 0 for pages at the top of a site. */
function shareInFolder({ rows }: Group, url: string): number {
  const folder = url.replace(/[?#].*$/, '').replace(/[^/]*$/, '');
  if (pathOf(folder).length < 2) return 0;
  return rows.filter((row) => row.link?.element.href.startsWith(folder)).length / rows.length;
}
