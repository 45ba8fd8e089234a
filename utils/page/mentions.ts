import { dateOfLeaves } from '../dates/boxes';
import { civil } from '../dates/civil';
import type { DateMention } from '../dates/grammar';
import { findDates } from '../dates/grammar';
import type { LabelRole } from '../dates/labels';
import { labelBefore } from '../dates/labels';
import { toHalfWidth } from '../dates/normalize';
import { relativeDate } from '../dates/relative';
import type { CivilDate } from './snapshot';
import type { Box, PageText, Run } from './text';
import { linkBefore, runAt } from './text';

/** A date on the page with where it stands and what the words before it say. */
export interface PageMention extends DateMention {
  box: Box;
  label: { role: LabelRole; word: string } | null;
  /** 今天, 3天前: true at the moment of reading only. */
  relative?: true;
}

/**
 * Every date in the visible text, in reading order.
 *
 * @param now the day of reading, for 今天 and 3天前.
 */
export function readMentions(text: PageText, now: CivilDate): PageMention[] {
  const boxed = boxedDates(text, now);
  const mentions: PageMention[] = [...boxed];
  for (const mention of findDates(text.all)) {
    if (boxed.some((b) => b.start < mention.end && mention.start < b.end)) continue;
    const run = runAt(text, mention.start);
    if (run) mentions.push({ ...mention, box: run.box, label: labelOf(text, mention.start) });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The label right before an offset: in its own line, or in the line above when the date begins its line (two cells). */
function labelOf(text: PageText, start: number): PageMention['label'] {
  // A title whose last word touches the label (现场会举行 日期：) is no part of it.
  const title = linkBefore(text, start);
  const lines = text.all.slice(Math.max(title?.box.end ?? 0, start - 30), start).split('\n');
  const own = lines.at(-1)!;
  return labelBefore(own.replace(/[\s[(（【]/g, '') !== '' ? own : (lines.at(-2) ?? ''));
}

const MAX_LEAF = 24;
/** The longest part of a date that is split over boxes, and the longest box that holds them. */
const MAX_PART = 12;
const MAX_DATE_BOX = 24;

/** Dates split over the leaves of one box (`24` over `2024-04`), and boxes that say 今天 or 3天前. */
function boxedDates(text: PageText, now: CivilDate): PageMention[] {
  const found: PageMention[] = [];
  for (let i = 0; i < text.runs.length; i++) {
    const run = text.runs[i]!;
    if (run.end - run.start > MAX_LEAF || (found.length > 0 && run.start < found.at(-1)!.end)) continue;
    const leaf = text.all.slice(run.start, run.end);
    if (!/\d|今|昨|前天|刚刚/.test(leaf)) continue;
    const relative = relativeDate(leaf, now);
    if (relative) {
      const [year, month, day] = relative.split('-').map(Number);
      const parts = { form: 'full' as const, year: year!, month: month!, day: day!, date: relative };
      found.push({ ...parts, start: run.start, end: run.end, box: run.box, label: null, relative: true });
      continue;
    }
    if (leaf.length > MAX_PART) continue;
    const split = splitDate(text, i) ?? neighbours(text, i) ?? shortDate(leaf, run) ?? touchedDate(text, run);
    if (split) found.push(split);
  }
  return found;
}

/** Two boxes side by side that are one date together, without a box around them: `<b>24</b><i>2024-04</i><a>title</a>`. */
function neighbours(text: PageText, index: number): PageMention | null {
  const [first, second] = [text.runs[index]!, text.runs[index + 1]];
  if (!second || first.box === second.box || first.box.parent !== second.box.parent) return null;
  if (second.end - second.start > MAX_PART || second.start - first.end > 1) return null;
  const [day, month] = [first, second].map(({ start, end }) => text.all.slice(start, end));
  const parts = /^\s*\d{1,2}\s*$/.test(day!) ? dateOfLeaves(`${day} ${month}`) : null;
  if (!parts?.date) return null;
  return { ...parts, form: 'full', start: first.start, end: second.end, box: first.box, label: null };
}

/** A month and a day as only a box of their own may write them: (1-24), 04.24, 04/24. */
const SHORT =
  /^[\s[(（【]*(?:(1[0-2]|[1-9])-(3[01]|[12]\d|[1-9])|(0[1-9]|1[0-2])[./](0[1-9]|[12]\d|3[01]))[\])）】\s]*$/;

function shortDate(leaf: string, { start, end, box }: Run): PageMention | null {
  const plain = toHalfWidth(leaf);
  const m = plain.includes('-') || plain.includes('.') || plain.includes('/') ? SHORT.exec(plain) : null;
  const [month, day] = m ? [Number(m[1] ?? m[3]), Number(m[2] ?? m[4])] : [0, 0];
  if (civil(2024, month, day) === null) return null;
  return { form: 'monthDay', year: null, month, day, date: null, start, end, box, label: null };
}

/** A box that is a date and whose neighbours' digits touch it, as boxes without a blank between them do (浏览：20, 2024-04-18). */
function touchedDate(text: PageText, { start, end, box }: Run): PageMention | null {
  const after = text.all.slice(end, end + 5);
  if (!/\d/.test(text.all[start - 1] ?? '') && !/^\d(?!\d?:\d\d)/.test(after)) return null;
  const [date] = findDates(text.all.slice(start, end));
  if ((date?.form !== 'full' && date?.form !== 'monthDay') || date.end - date.start < end - start)
    return null;
  return { ...date, start, end, box, label: labelOf(text, start) };
}

/** Climbs from one short run to the largest small box around it whose runs together are one date. */
function splitDate(text: PageText, index: number): PageMention | null {
  let best: PageMention | null = null;
  const first = text.runs[index]!;
  for (
    let box: Box | null = first.box, i = 0;
    box && i < 3 && box.end - box.start <= MAX_DATE_BOX;
    box = box.parent, i++
  ) {
    if (box.start > first.start || box.end <= first.end) continue;
    const leaves: string[] = [];
    let last = index;
    for (; text.runs[last] && text.runs[last]!.start < box.end; last++)
      leaves.push(text.all.slice(text.runs[last]!.start, text.runs[last]!.end));
    const parts = leaves.length > 1 ? dateOfLeaves(leaves.join(' ')) : null;
    const end = text.runs[last - 1]!.end;
    if (parts)
      best = {
        ...parts,
        form: parts.date ? 'full' : 'monthDay',
        start: first.start,
        end,
        box,
        label: labelOf(text, first.start),
      };
  }
  return best;
}
