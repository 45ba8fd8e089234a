import { findDates } from '../dates/grammar';

const LITERAL = /(['"`])((?:(?!\1)[^\\\n]){6,40})\1/g;

/**
 * The date that an inline script writes at its place (`document.write('2024-04-18')`), when the page was saved or is
 * shown without running it: exactly one full date among its string literals, and nothing written behind it yet.
 * On a live page the written text stands in the document and this stays null.
 */
export function dateWrittenBy(script: Element): string | null {
  const source = script.textContent ?? '';
  if (source.length > 4000 || !source.includes('document.write')) return null;
  const dates = new Set<string>();
  let words: string | null = null;
  for (const literal of source.matchAll(LITERAL)) {
    const [mention] = findDates(literal[2]!);
    if (!mention?.date || mention.form !== 'full') continue;
    dates.add(mention.date);
    words ??= literal[2]!.slice(mention.start, mention.end);
  }
  if (dates.size !== 1) return null;
  const after = script.nextSibling?.textContent?.slice(0, 60) ?? '';
  return findDates(after).some((m) => dates.has(m.date ?? '')) ? null : words;
}
