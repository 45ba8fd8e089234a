import type { Place } from './snapshot';
import type { PageText, Run } from './text';
import { runAt } from './text';

/** A run that stands in the document. */
type ShownRun = Run & { node: Text };

/** The live range of a place, to paint or scroll to; null when the page has changed under it. */
export function rangeOf(text: PageText, place: Place): Range | null {
  const blockStart = text.starts[place.block];
  if (blockStart === undefined || place.end <= place.start) return null;
  return rangeBetween(text, blockStart + place.start, blockStart + place.end);
}

/** The live range between two offsets of the page text, across blocks; null when the page has changed under it. */
export function rangeBetween(text: PageText, from: number, to: number): Range | null {
  const start = point(text, from, 'start');
  const end = point(text, to, 'end');
  if (!start || !end) return null;
  const range = start.node.ownerDocument.createRange();
  try {
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
  } catch {
    return null;
  }
  return range;
}

/**
 * The offsets of the page text that a live range covers, without blanks at its ends; null when it covers no
 * visible text.
 */
export function offsetsOf(text: PageText, range: Range): { start: number; end: number } | null {
  const document = range.startContainer.ownerDocument;
  const covered = text.runs.filter(
    (run): run is ShownRun => run.node?.ownerDocument === document && range.intersectsNode(run.node),
  );
  const first = covered[0];
  const last = covered.at(-1);
  if (!first || !last) return null;
  let start = first.start;
  let end = last.end;
  if (first.node === range.startContainer) start += fold(text, first, range.startOffset);
  if (last.node === range.endContainer) end = last.start + fold(text, last, range.endOffset);
  while (start < end && /\s/u.test(text.all[start]!)) start++;
  while (end > start && /\s/u.test(text.all[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

/** How many characters of a run's collapsed text come from the first `offset` characters of its node. */
function fold(text: PageText, run: ShownRun, offset: number): number {
  const before = run.node.data.slice(0, offset).replace(/[ \t\n\r\f]+/g, ' ');
  const trimmed = before.startsWith(' ') && text.all[run.start] !== ' ' ? 1 : 0;
  return Math.min(Math.max(0, before.length - trimmed), run.end - run.start);
}

/** The text node and offset of one offset of the page text. */
function point(text: PageText, offset: number, side: 'start' | 'end'): { node: Text; offset: number } | null {
  const run = runAt(text, side === 'end' ? offset - 1 : offset);
  if (!run?.node?.isConnected) return null;
  const within = Math.min(offset, run.end) - run.start;
  return { node: run.node, offset: unfold(run.node.data, text.all.slice(run.start, run.end), within) };
}

/** The offset in `data` of the `count`-th character of its white-space-collapsed form `folded`. */
function unfold(data: string, folded: string, count: number): number {
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (folded[i] === ' ' && /[ \t\n\r\f]/.test(data[at] ?? '')) {
      while (/[ \t\n\r\f]/.test(data[at] ?? '')) at++;
      continue;
    }
    while (data[at] !== folded[i] && at < data.length) at++;
    at++;
  }
  if (count < folded.length)
    while (at < data.length && data[at] !== folded[count] && folded[count] !== ' ') at++;
  return at;
}
