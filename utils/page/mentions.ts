import { dateOfLeaves } from '../dates/boxes';
import type { DateMention } from '../dates/grammar';
import { findDates } from '../dates/grammar';
import type { LabelRole } from '../dates/labels';
import { labelBefore } from '../dates/labels';
import { relativeDate } from '../dates/relative';
import type { CivilDate } from './snapshot';
import type { Box, PageText, Run } from './text';
import { runAt } from './text';

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
  const lines = text.all.slice(Math.max(0, start - 30), start).split('\n');
  const own = lines.at(-1)!;
  return labelBefore(own.replace(/[\s[(（【]/g, '') !== '' ? own : (lines.at(-2) ?? ''));
}

const MAX_LEAF = 12;
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
    const split = splitDate(text, i) ?? touchedDate(text, run);
    if (split) found.push(split);
  }
  return found;
}

/** A box that is a date and whose neighbours' digits touch it, as boxes without a blank between them do (浏览：20, 2024-04-18). */
function touchedDate(text: PageText, { start, end, box }: Run): PageMention | null {
  const after = text.all.slice(end, end + 5);
  if (!/\d/.test(text.all[start - 1] ?? '') && !/^\d(?!\d?:\d\d)/.test(after)) return null;
  const [date] = findDates(text.all.slice(start, end));
  if (date?.form !== 'full' || date.end - date.start < end - start) return null;
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
