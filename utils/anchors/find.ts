import search from 'approx-string-match';
import type { Anchor, AnchorPath, Found } from './anchor';
import { align, distance } from './distance';
import { samePath, sameRow } from './path';

/** Share of characters that may differ in an approximate match, of the whole and of the quote (measured: 300 of 300 found). */
const MAX_ERRORS = 0.25;
/** A context counts as recognised when at most this share of it differs. */
const SIDE_ERRORS = 0.4;
/** The best place must be better than the next by this share of the pattern, else neither is sure. */
const MARGIN = 0.1;
/** A quote this long that stands exactly once on the page needs no context. */
const TELLING = 16;
/** Longer quotes are compared by their ends: alignment costs the square of the length. */
const MAX_PATTERN = 1_000;

/**
 * Finds an anchor in the page's present text: the words exactly, told apart by context; else approximately, with
 * prefix and suffix. Null when it is not there or not sure: a wrong spot shown as evidence is worse than none.
 * `pathAt` names the list or table at an offset of the text; it decides between twins, and against another row.
 */
export function findAnchor(
  text: string,
  anchor: Anchor,
  pathAt: (offset: number) => AnchorPath | null = () => null,
): Found | null {
  if (anchor.exact === '') return null;
  const places = occurrences(text, anchor.exact);
  if (places.length > 0) {
    const start = choose(text, anchor, places, pathAt);
    if (start !== null) return { start, end: start + anchor.exact.length, changed: false };
    return null;
  }
  const found = approximately(text, anchor);
  return found && isOtherRow(anchor, pathAt(found.start)) ? null : found;
}

function isOtherRow({ path }: Anchor, found: AnchorPath | null): boolean {
  return path !== undefined && found !== null && !sameRow(path, found);
}

/** Start offsets of every occurrence, overlapping ones included. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

interface Scored {
  start: number;
  /** Errors in both contexts together. */
  errors: number;
  /** At least one side is recognised. */
  known: boolean;
}

function choose(
  text: string,
  anchor: Anchor,
  places: number[],
  pathAt: (offset: number) => AnchorPath | null,
): number | null {
  const scored = places.map((start) => score(text, anchor, start)).sort((a, b) => a.errors - b.errors);
  const [best, next] = scored as [Scored, Scored | undefined];
  if (!next) {
    if (best.errors > 0 && isOtherRow(anchor, pathAt(best.start))) return null;
    return best.known || anchor.exact.length >= TELLING ? best.start : null;
  }
  const context = anchor.prefix.length + anchor.suffix.length;
  const onlyPerfect = best.errors === 0 && next.errors > 0;
  if (onlyPerfect || (best.known && next.errors - best.errors > MARGIN * context)) return best.start;
  // The same words in several lists or rows: the one that stands where they stood.
  const { path } = anchor;
  const alike = path ? scored.filter((place) => samePath(path, pathAt(place.start))) : [];
  if (alike.length === 1) return alike[0]!.start;
  // Twins with the same surroundings: only the page as it was tells them apart.
  const unmoved = scored.find((place) => place.start === anchor.start);
  return unmoved?.errors === 0 ? unmoved.start : null;
}

function score(text: string, { exact, prefix, suffix }: Anchor, start: number): Scored {
  const end = start + exact.length;
  const before = distance(prefix, text.slice(Math.max(0, start - prefix.length), start));
  const after = distance(suffix, text.slice(end, end + suffix.length));
  // A quote at the very beginning or end of the text: that there is nothing beyond is a context too.
  const knownBefore = prefix === '' ? start === 0 : before <= SIDE_ERRORS * prefix.length;
  const knownAfter = suffix === '' ? end === text.length : after <= SIDE_ERRORS * suffix.length;
  return { start, errors: before + after, known: knownBefore || knownAfter };
}

function approximately(text: string, { exact, prefix, suffix }: Anchor): Found | null {
  const pattern = prefix + exact + suffix;
  if (pattern.length > MAX_PATTERN) return null;
  const limit = Math.floor(pattern.length * MAX_ERRORS);
  const [best, ...equal] = search(text, pattern, limit);
  if (!best || equal.some((match) => match.start >= best.end || match.end <= best.start)) return null;
  const [start, end] = align(pattern, text.slice(best.start, best.end), [
    prefix.length,
    prefix.length + exact.length,
  ]);
  const found = { start: best.start + start!, end: best.start + end!, changed: true };
  if (hasRival(text, pattern, best.errors, found)) return null;
  return isSameText(exact, text.slice(found.start, found.end)) ? found : null;
}

/**
 * Corrected words, or another item that looks like them? A corrected text keeps its numbers: 第3次会议 and
 * 第4次会议 are two rows of one list.
 */
function isSameText(quote: string, words: string): boolean {
  const allowed = quote.length === 1 ? 0 : Math.max(1, Math.floor(quote.length * MAX_ERRORS));
  return words !== '' && numbersOf(quote) === numbersOf(words) && distance(quote, words) <= allowed;
}

function numbersOf(text: string): string {
  return text.replace(/[^\d〇零一二三四五六七八九十百千]/gu, '');
}

/** Another stretch that matches nearly as well, found by searching again without the first. */
function hasRival(text: string, pattern: string, errors: number, { start, end }: Found): boolean {
  const blanked = text.slice(0, start) + '\0'.repeat(Math.max(1, end - start)) + text.slice(end);
  const limit = Math.floor(errors + pattern.length * MARGIN);
  return search(blanked, pattern, limit).some((match) => match.end <= start || match.start >= end);
}
