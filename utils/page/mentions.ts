import type { DateMention } from '../dates/grammar';
import { findDates } from '../dates/grammar';
import type { LabelRole } from '../dates/labels';
import { labelBefore } from '../dates/labels';
import type { Box, PageText } from './text';
import { runAt } from './text';

/** A date on the page with where it stands and what the words before it say. */
export interface PageMention extends DateMention {
  box: Box;
  label: { role: LabelRole; word: string } | null;
}

/** Every date in the visible text, in reading order. */
export function readMentions(text: PageText): PageMention[] {
  const mentions: PageMention[] = [];
  for (const mention of findDates(text.all)) {
    const run = runAt(text, mention.start);
    if (!run) continue;
    const before = text.all.slice(Math.max(0, mention.start - 30), mention.start);
    mentions.push({ ...mention, box: run.box, label: labelBefore(lastLines(before)) });
  }
  return mentions;
}

/** The words before a date in its own line, or the line above when the date begins its line (label and value in two cells). */
function lastLines(before: string): string {
  const lines = before.split('\n');
  const own = lines[lines.length - 1]!;
  if (own.trim() !== '') return own;
  return lines.length > 1 ? lines[lines.length - 2]! : '';
}
