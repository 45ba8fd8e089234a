import type { TextBlock } from '../page/snapshot';
import { LEVELS, type Level, type Suggestion } from './suggestion';

/** A suggestion at its place on a page. */
export interface PageTypo extends Suggestion {
  block: number;
  /** The sentence around it, for the record. */
  sentence: string;
}

/** Texts sent in one message: about a screenful, so that the first results come soon. */
const batchLength = 3000;

/** A suggestion that stands in so many blocks is how this site writes, a name or a term, unless a rule is certain. */
const siteUsage = 3;

/** Prose worth reading for typos: Chinese words, not menus, footers, codes or number columns. */
export function isProse(block: TextBlock): boolean {
  if (block.role === 'nav' || block.role === 'footer') return false;
  return /\p{Script=Han}[\p{Script=Han}，、：；“”《》（）]{3}/u.test(block.text);
}

/** Splits texts that still have to be checked into batches, in the order given, each text once. */
export function batchesOf(texts: readonly string[], length = batchLength): string[][] {
  const batches: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const text of new Set(texts)) {
    if (size + text.length > length) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(text);
    size += text.length;
  }
  return batches;
}

/** What is shown of all suggestions of a page: at least `weakest`, without what the site writes throughout. */
export function shownTypos(
  blocks: readonly TextBlock[],
  suggestionsOf: (text: string) => readonly Suggestion[] | undefined,
  weakest: Level,
): PageTypo[] {
  const found = blocks.flatMap((block) =>
    (suggestionsOf(block.text) ?? []).map((suggestion) => ({
      ...suggestion,
      block: block.id,
      sentence: sentenceAround(block.text, suggestion.start, suggestion.end),
    })),
  );
  const usage = new Map<string, Set<string>>();
  for (const { wrong, right, block } of found) {
    const key = `${wrong}>${right}`;
    usage.set(key, (usage.get(key) ?? new Set()).add(blocks.find(({ id }) => id === block)!.text));
  }
  const strong = LEVELS.slice(0, LEVELS.indexOf(weakest) + 1);
  return found.filter(
    ({ level, wrong, right }) =>
      strong.includes(level) && (level === 'sure' || usage.get(`${wrong}>${right}`)!.size < siteUsage),
  );
}

/** The sentence of a text that holds the stretch from `start` to `end` (UTF-16 offsets). */
export function sentenceAround(text: string, start: number, end: number): string {
  const stop = /[。！？；\n]/u;
  let from = start;
  while (from > 0 && !stop.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && !stop.test(text[to - 1]!)) to++;
  return text.slice(from, to).trim();
}
