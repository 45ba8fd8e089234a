import type { Suggestion } from './suggestion';

/** For each spelling with its neighbours, the pages of a site on which it was suspected, the first {@link MEANT_FROM} of them. */
export type Usage = Record<string, string[]>;

/** Suspected on so many pages of one site, a spelling is how the site writes: a name, a term of its trade. */
export const MEANT_FROM = 3;
/** Spellings remembered of one site; the oldest go first. */
const MOST = 2000;

/** A spelling with the character on either side: 证 in 改证违 is not 证 in 居住证办. */
function spelling(text: string, { start, end, right }: Suggestion): string {
  return `${text.slice(Math.max(0, start - 1), end + 1)}>${right}`;
}

/** Adds what is suspected on a page; changes `usage`. Rules and the surest hits are never a matter of usage. */
export function learnUsage(
  usage: Usage,
  page: string,
  text: string,
  suggestions: readonly Suggestion[],
): void {
  for (const suggestion of suggestions) {
    if (suggestion.level === 'sure') continue;
    const key = spelling(text, suggestion);
    const pages = usage[key] ?? [];
    if (pages.includes(page) || pages.length >= MEANT_FROM) continue;
    usage[key] = [...pages, page];
  }
  for (const key of Object.keys(usage).slice(0, -MOST)) delete usage[key];
}

/** Suggestions without those that the site writes on several pages. */
export function withoutUsage(usage: Usage, text: string, suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.filter(
    (suggestion) =>
      suggestion.level === 'sure' || (usage[spelling(text, suggestion)]?.length ?? 0) < MEANT_FROM,
  );
}
