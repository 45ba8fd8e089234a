import type { CivilDate, DatedList, ListItem } from '../snapshot';
import type { Box, PageText, ReadLink } from '../text';
import { placeOf, textOf } from '../text';
import type { Group, Row } from './groups';
import { isOwnLeaf } from './groups';
import { columnKind } from './kind';
import { nameOf } from './name';
import { resolveYears } from './year';

/** Turns groups of rows into lists of items with names, kinds and newest dates. */
export function readLists(
  text: PageText,
  groups: readonly Group[],
  own: { name: string; nameFrom: DatedList['nameFrom'] } | null,
  now: CivilDate,
): DatedList[] {
  const lists: DatedList[] = [];
  const largest = groups.reduce(
    (best, g) => (g.rows.length > (best?.rows.length ?? 0) ? g : best),
    null as Group | null,
  );
  for (const group of groups) {
    const items = resolveYears(
      group.rows.map((row) => readItem(text, row)),
      now,
    );
    const isOwn = own !== null && group === largest;
    const named = isOwn ? own : nameOf(text, group);
    const newestItem = newestOf(items);
    lists.push({
      id: lists.length,
      name: named.name,
      nameFrom: named.nameFrom,
      kind: columnKind(named.name),
      href: null,
      items,
      newest: newestItem === null ? null : items[newestItem]!.date,
      newestItem,
      yearAssumed: newestItem !== null && items[newestItem]!.yearAssumed,
      frame: group.parent.frame,
      own: isOwn,
    });
  }
  return lists;
}

/** An item whose year is not settled yet. */
export interface RawItem extends ListItem {
  month: number;
  day: number;
}

function readItem(text: PageText, row: Row): RawItem {
  const link = mainLink(text, row.box);
  const date = rowDate(row, link);
  const title = link ? textOf(text, link.box).replace(/\s+/g, ' ').trim() : longestLine(text, row.box);
  const cells = textOf(text, row.box)
    .split('\n')
    .map((c) => c.trim())
    .filter((c) => c !== '');
  return {
    title: link?.element.title && link.element.title.length > title.length ? link.element.title : title,
    href: link?.element.href ?? '',
    date: date.date,
    month: date.month,
    day: date.day,
    yearAssumed: false,
    ...(date.date ? { yearFrom: 'shown' as const } : {}),
    pinned: /置顶|\[顶\]|【顶】/.test(textOf(text, row.box)),
    ...statusOf(cells),
    cells,
    place: placeOf(text, date.start, date.end),
  };
}

const STATUS =
  /^(?:进行中|征集中|正在征集|正在进行|未开始|已结束|已截止|已办结|已回复|已处理|处理完成|已答复|已采纳|受理中|办理中|正在处理中|处理中|待处理|待审查|待回复|未回复|待受理|已受理)$/;

function statusOf(cells: readonly string[]): { status?: string } {
  const status = cells.map((c) => c.replace(/[[\]【】\s]/g, '')).find((c) => STATUS.test(c));
  return status ? { status } : {};
}

/** A date in a box of its own outside the title beats one inside the title's words. */
function rowDate(row: Row, link: ReadLink | null): Row['dates'][number] {
  const outside = row.dates.filter((d) => link === null || d.box.link < 0 || isOwnLeaf(d));
  const labelled = outside.find((d) => d.label?.role === 'publish');
  return labelled ?? outside.find(isOwnLeaf) ?? outside.at(-1) ?? row.dates.at(-1)!;
}

function mainLink(text: PageText, box: Box): ReadLink | null {
  let best: ReadLink | null = null;
  for (const link of text.links) {
    if (!link.visible || link.box.start < box.start || link.box.end > box.end) continue;
    if (!best || link.box.end - link.box.start > best.box.end - best.box.start) best = link;
  }
  return best;
}

function longestLine(text: PageText, box: Box): string {
  return textOf(text, box)
    .split('\n')
    .reduce((a, b) => (b.length > a.length ? b : a), '')
    .trim();
}

/** The newest is the maximum, never the first: pinned rows stand on top, and not every list is sorted. */
function newestOf(items: readonly ListItem[]): number | null {
  let newest: number | null = null;
  for (const [i, item] of items.entries()) {
    if (item.date && (newest === null || item.date > items[newest]!.date!)) newest = i;
  }
  return newest;
}
