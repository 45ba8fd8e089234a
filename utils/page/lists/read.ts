import { labelBefore } from '../../dates/labels';
import { dateInUrl } from '../../dates/url';
import type { PageMention } from '../mentions';
import type { CivilDate, DatedList, ListItem } from '../snapshot';
import type { PageText, ReadLink } from '../text';
import { placeOf } from '../text';
import type { Group } from './groups';
import { columnKind } from './kind';
import { nameOf } from './name';
import type { Row } from './rows';
import { isOwnLeaf } from './rows';
import { statusOf } from './status';
import { resolveYears } from './year';

/** A page's own column: its list, and the name that the page gives itself. */
export interface OwnColumn {
  group: Group;
  name: string | null;
  nameFrom: DatedList['nameFrom'];
}

/**
 * Turns groups of rows into lists of items with names, kinds and newest dates.
 *
 * @param own set when the page is a column.
 */
export function readLists(
  text: PageText,
  groups: readonly Group[],
  own: OwnColumn | null,
  now: CivilDate,
): DatedList[] {
  return groups.map((group, id) => {
    const roles = headerRoles(text, group);
    const items = resolveYears(
      group.rows.map((row) => readItem(text, row, roles)),
      now,
    );
    const isOwn = group === own?.group;
    const found = nameOf(text, group, groups);
    const { name, nameFrom, href } =
      isOwn && own.name ? { name: own.name, nameFrom: own.nameFrom, href: null } : found;
    const newestItem = newestOf(items);
    return {
      id,
      name,
      nameFrom,
      kind: columnKind(name),
      href,
      items,
      newest: newestItem === null ? null : items[newestItem]!.date,
      newestItem,
      yearAssumed: newestItem !== null && items[newestItem]!.yearAssumed,
      frame: group.parent.frame,
      own: isOwn,
    };
  });
}

/** An item whose year is not settled yet. */
export interface RawItem extends ListItem {
  month: number;
  day: number;
}

const PINNED = /置顶|[[【(]顶[\])】]|^顶\n/;

function readItem(text: PageText, row: Row, roles: readonly string[]): RawItem {
  const words = text.all.slice(row.start, row.end);
  const cells = words
    .split('\n')
    .map((c) => c.trim())
    .filter((c) => c !== '');
  const date = rowDate(row, roles);
  const link = row.link;
  const title = (link ? linkWords(text, link, date) : longest(cells)).replace(/\s+/g, ' ').trim();
  const full = link?.element.title.trim() ?? '';
  return {
    // A cut title (with … or without) is whole in its tooltip; a tooltip that begins otherwise may be stale.
    title: title.length >= 8 && full.startsWith(title.replace(/(?:…|\.{2,})+$/, '')) ? full : title,
    href: link?.element.href ?? '',
    date: date.date,
    month: date.month,
    day: date.day,
    yearAssumed: false,
    ...(date.date ? { yearFrom: 'shown' as const } : {}),
    pinned: PINNED.test(words),
    ...statusOf(cells),
    cells,
    place: placeOf(text, date.start, date.end),
  };
}

/** A link that is the whole row says its title in the first line beside the date; a summary follows. */
function linkWords(text: PageText, { box }: ReadLink, date: PageMention): string {
  const isWholeRow = isOwnLeaf(date) && box.start <= date.start && date.end <= box.end;
  if (!isWholeRow) return text.all.slice(box.start, box.end);
  const words = `${text.all.slice(box.start, date.start)}\n${text.all.slice(date.end, box.end)}`.trim();
  if (words.length <= 60) return words;
  return words.split('\n').find((line) => line.trim().length >= 4) ?? words;
}

function longest(cells: readonly string[]): string {
  return cells.reduce((a, b) => (b.length > a.length ? b : a), '');
}

/** What the heads of a table's columns say about the dates below them, in order of the dates; empty for other lists. */
function headerRoles(text: PageText, group: Group): string[] {
  if (group.rows[0]!.box.tag !== 'tr') return [];
  const lead = text.all.slice(Math.max(0, group.rows[0]!.start - 200), group.rows[0]!.start);
  const roles = lead
    .split('\n')
    .filter((head) => /(?:日期|时间)\s*$/.test(head))
    .map((head) => labelBefore(head)?.role)
    .filter((role) => role !== undefined);
  return roles;
}

/** Of several dates in a row: the published one, else the one in a box of its own, never the title's if there is another. */
function rowDate(row: Row, roles: readonly string[]): PageMention {
  const roleOf = (d: PageMention) =>
    d.label?.role ?? (roles.length === row.dates.length ? roles[row.dates.indexOf(d)] : undefined);
  const inHref = row.link ? dateInUrl(row.link.element.href) : null;
  const score = (d: PageMention) => {
    const role = roleOf(d);
    const byRole =
      role === 'publish'
        ? 8
        : role === undefined || role === 'plain' || d.range === 'start'
          ? 4
          : role === 'mailbox'
            ? 3
            : role === 'updated' || role === 'weak'
              ? 2
              : 0;
    return (
      byRole +
      (isOwnLeaf(d) ? 3 : 0) +
      (d.box.link < 0 ? 2 : 0) +
      (d.date !== null && d.date === inHref ? 2 : 0) +
      (d.time ? 1 : 0) +
      (d.date ? 0.5 : 0) -
      (d.range === 'end' ? 5 : d.range ? 3 : 0)
    );
  };
  return row.dates.reduce((best, d) => (score(d) > score(best) ? d : best));
}

/** The newest is the maximum, never the first: pinned rows stand on top, and not every list is sorted. */
function newestOf(items: readonly ListItem[]): number | null {
  let newest: number | null = null;
  for (const [i, item] of items.entries()) {
    if (item.date && (newest === null || item.date > items[newest]!.date!)) newest = i;
  }
  return newest;
}
