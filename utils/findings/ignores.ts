import type { CivilDate } from '../page/snapshot';
import { type Finding, findingId } from './finding';
import { hostOf, pageKey } from './url';

/** What a page suspects, as far as ignoring goes. */
export interface Suspicion {
  url: string;
  check: string;
  /** The words in question; '' when the page as a whole is. */
  quote: string;
  /** What should stand there instead; '' unless the words themselves are suspected. */
  suggestion: string;
  /** The column in question, on a page that shows several: it is then the quote too. */
  column?: string;
}

/** The finding by whose verdict a suspicion is ignored on that day, or null. */
export type Ignoring = (suspicion: Suspicion, day: CivilDate) => Finding | null;

/**
 * Prepares the ignored findings for asking: 此处 holds for the same page and quote, 本页 and 本站 for that check there (for
 * that word or column, when one was suspected), 本词 for the quoted words everywhere. The expiry day itself still counts.
 */
export function ignoringOf(findings: Iterable<Finding>): Ignoring {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.status !== 'ignored' || !finding.ignore || finding.deleted) continue;
    const key = keysOf(finding)[finding.ignore.scope];
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  return (suspicion, day) => {
    const keys = Object.values(keysOf(suspicion));
    const holding = keys.flatMap((key) => byKey.get(key) ?? []).find((finding) => !hasExpired(finding, day));
    return holding ?? null;
  };
}

/** True when the finding was ignored only until an earlier day: it waits for a verdict again. */
export function hasExpired(finding: Finding, day: CivilDate): boolean {
  return finding.ignore !== null && finding.ignore.until !== null && finding.ignore.until < day;
}

function keysOf({
  url,
  check,
  quote,
  suggestion,
  column,
}: Suspicion): Record<'spot' | 'page' | 'site' | 'word', string> {
  const isColumn = quote !== '' && quote === column;
  const rule = suggestion ? quote : isColumn ? `${check} ${column}` : check || quote;
  const page = `page ${pageKey(url)} ${rule}`;
  return {
    spot: findingId({ url, quote, check }),
    page,
    site: `site ${hostOf(url)} ${rule}`,
    word: quote ? `word ${quote}` : page,
  };
}
