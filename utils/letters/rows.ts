import { findDates } from '../dates/grammar';
import type { CivilDate, DatedList, ListItem, PageSnapshot } from '../page/snapshot';
import type { Message } from './message';
import { ANSWERS_ONLY, MAILBOX, NOT_MAILBOX, REPLIED, SUBMITTED, statedMessage } from './words';

/** Blocks before the first row in which the head of a table is looked for. */
const HEAD_BLOCKS = 14;
const MAX_TITLE = 200;

/** Messages in the lists of a mailbox page. */
export function messageRows(snapshot: PageSnapshot): Message[] {
  const page = `${snapshot.breadcrumb.at(-1) ?? ''} ${snapshot.headline ?? ''}`;
  return snapshot.lists
    .filter((list) => isMailbox(list, page))
    .flatMap((list) => {
      const head = headOf(snapshot, list);
      const allAnswered = ANSWERS_ONLY.test(`${list.name} ${page}`);
      return list.items
        .map((item) => ({ ...item, title: titleOf(item) }))
        .filter(isRow)
        .map((item) => messageOf(item, head, allAnswered));
    });
}

function isMailbox(list: DatedList, page: string): boolean {
  const name = list.own ? `${list.name} ${page}` : list.name;
  const states = list.items.filter((i) => i.cells.some((c) => statedMessage(c) !== null)).length;
  if (NOT_MAILBOX.test(name) && !MAILBOX.test(name)) return false;
  return MAILBOX.test(name) || (list.own && states >= Math.max(1, list.items.length / 2));
}

/** Very short titles (查询) lose to their row's date when the list is read; the first cell in words is the title then. */
function titleOf({ title, cells }: ListItem): string {
  if (!isDate(title)) return title;
  return cells.find((c) => !isDate(c) && statedMessage(c) === null && !/^[\w-]+$/.test(c)) ?? title;
}

/** A label with its date is no message: letter pages have such pairs. */
function isRow(item: ListItem): boolean {
  const title = item.title.trim();
  return (
    title.length >= 2 &&
    title.length <= MAX_TITLE &&
    !SUBMITTED.test(title) &&
    !REPLIED.test(title) &&
    !isDate(title)
  );
}

const isDate = (text: string) => findDates(text).some((d) => d.end - d.start >= text.length - 2);

interface Head {
  submitted: number;
  replied: number;
}

/** Where the head of the table names its dates; -1 when it does not. */
function headOf(snapshot: PageSnapshot, list: DatedList): Head {
  const first = list.items[0]?.place?.block ?? 0;
  const words = snapshot.blocks.slice(Math.max(0, first - HEAD_BLOCKS), first).map((b) => b.text);
  const short = (pattern: RegExp) => words.findIndex((w) => w.length <= 8 && pattern.test(w));
  return { submitted: short(SUBMITTED), replied: short(REPLIED) };
}

function messageOf(item: ListItem, head: Head, allAnswered: boolean): Message {
  const stated = item.cells.find((c) => statedMessage(c) !== null) ?? '';
  const { submitted, repliedAt } = datesOf(item, head, allAnswered);
  const state = statedMessage(stated) ?? (repliedAt || allAnswered ? 'answered' : 'unknown');
  return {
    title: item.title,
    href: /^https?:/.test(item.href) ? item.href : '',
    submitted,
    state,
    repliedAt: state === 'waiting' ? null : repliedAt,
    stated,
    place: item.place,
  };
}

function datesOf(
  item: ListItem,
  head: Head,
  allAnswered: boolean,
): { submitted: CivilDate | null; repliedAt: CivilDate | null } {
  const text = item.cells.join('\n');
  const labelled = (pattern: RegExp) => {
    const at = new RegExp(`${pattern.source}\\s*[:：]?\\s*`).exec(text);
    return at ? (findDates(text.slice(at.index, at.index + 50))[0]?.date ?? null) : null;
  };
  const own = { submitted: labelled(SUBMITTED), repliedAt: labelled(REPLIED) };
  if (own.submitted || own.repliedAt) return own;
  const days = findDates(text).flatMap((d) => (d.date ? [d.date] : []));
  if (days.length >= 2 && head.submitted >= 0 && head.replied >= 0) {
    const [a, b] = [days[0]!, days[1]!];
    return head.submitted < head.replied ? { submitted: a, repliedAt: b } : { submitted: b, repliedAt: a };
  }
  const only = item.yearAssumed ? null : item.date;
  const isReply = head.submitted < 0 && (head.replied >= 0 || allAnswered);
  return isReply ? { submitted: null, repliedAt: only } : { submitted: only, repliedAt: null };
}
