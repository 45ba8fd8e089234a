import { addDays, beginningOf } from '../dates/civil';
import type { CivilDate } from '../page/snapshot';
import type { Finding, Status } from './finding';

/** What the workbench shows of all findings; '' or null = no restriction. */
export interface FindingFilter {
  /** Words that must all occur, in any of the finding's texts. */
  search: string;
  site: string;
  category: string;
  status: Status | '';
  /** First and last day of recording, Asia/Shanghai. */
  from: CivilDate | '';
  to: CivilDate | '';
}

export const noFilter: FindingFilter = { search: '', site: '', category: '', status: '', from: '', to: '' };

/** True when no restriction is set. */
export function isEmptyFilter(filter: FindingFilter): boolean {
  return Object.values(filter).every((value) => value === '');
}

/** A filter made ready to be asked of very many findings. */
export interface Query {
  /** Words that must all occur in a finding's text, the longest first; none = any text. */
  words: readonly string[];
  /** The restrictions beside the words. */
  fits(finding: Finding): boolean;
}

/** Prepares what can be prepared once. */
export function queryOf(filter: FindingFilter): Query {
  const words = filter.search.toLowerCase().split(/\s+/u).filter(Boolean);
  const since = filter.from && beginningOf(filter.from);
  const before = filter.to && beginningOf(addDays(filter.to, 1));
  return {
    words: words.sort((a, b) => b.length - a.length),
    fits(finding) {
      if (filter.site && finding.site !== filter.site) return false;
      if (filter.category && finding.category !== filter.category) return false;
      if (filter.status && finding.status !== filter.status) return false;
      // Instants in UTC sort as texts.
      return (!since || finding.createdAt >= since) && (!before || finding.createdAt < before);
    },
  };
}

/** The text that words are looked for in, in lower case. */
export function searchTextOf(finding: Finding): string {
  const { pageTitle, site, url, unit, description, quote, suggestion, note, column } = finding;
  const text = `${pageTitle}\n${site}\n${url}\n${unit}\n${description}\n${quote}\n${suggestion}\n${note}\n${column}`;
  return text.toLowerCase();
}
