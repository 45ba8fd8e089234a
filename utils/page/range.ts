import type { Place } from './snapshot';
import type { PageText } from './text';
import { runAt } from './text';

/** The live range of a place, to paint or scroll to; null when the page has changed under it. */
export function rangeOf(text: PageText, place: Place): Range | null {
  const blockStart = text.starts[place.block];
  if (blockStart === undefined || place.end <= place.start) return null;
  const start = point(text, blockStart + place.start, 'start');
  const end = point(text, blockStart + place.end, 'end');
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

/** The text node and offset of one offset of the page text. */
function point(text: PageText, offset: number, side: 'start' | 'end'): { node: Text; offset: number } | null {
  const run = runAt(text, side === 'end' ? offset - 1 : offset);
  if (!run?.node.isConnected) return null;
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
