import type { CivilDate } from '../page/snapshot';
import { civil, civilOfInstant } from './civil';

/** A day written in the path of a URL: `t20240418_123.html`, `/2024-04/18/`, `/art/2024/4/18/art_1_2.html`, `/202404/18/`, `/2024/0418/`. */
export function dateInUrl(url: string): CivilDate | null {
  const path = pathOf(url);
  if (!/(?:19|20)\d\d/.test(path)) return null;
  const compact = /(?:^|[/_t-])((?:19|20)\d\d)(\d\d)(\d\d)(?=[_/.-]|$)/i.exec(path);
  const parts = /\/((?:19|20)\d\d)[-/]?(\d{1,2})[-/](\d{1,2})(?=[/_.]|$)/.exec(path);
  const joined = /\/((?:19|20)\d\d)\/(\d\d)(\d\d)(?=\/)/.exec(path);
  for (const m of [compact, parts, joined]) {
    const date = m && civil(Number(m[1]), Number(m[2]), Number(m[3]));
    if (date) return date;
  }
  return null;
}

/** The path of a URL, also of a relative one. (URL.pathname would do for whole ones, at ten times the cost.) */
export function pathOf(url: string): string {
  const scheme = url.indexOf('://');
  const from = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
  return from < 0 ? '' : url.slice(from).split('?', 1)[0]!.split('#', 1)[0]!;
}

/** The month in a URL (`/202404/`, `/2024-04/`, `/2024/04/`) as `YYYY-MM`; null when there is none. */
export function monthInUrl(url: string): string | null {
  const m = /\/((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])(?=\/)/.exec(url);
  return m ? `${m[1]}-${m[2]}` : null;
}

/** Twitter-style ids count ms since this instant in their upper bits (research: `content_<id>` of one CMS family). */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;

/** The day on which a page with a snowflake id in its URL was created; null when there is no such id. */
export function snowflakeDate(url: string): CivilDate | null {
  const m = /content_(1\d{17,18})(?!\d)/.exec(url);
  if (!m) return null;
  const ms = Number(BigInt(m[1]!) >> 22n) + SNOWFLAKE_EPOCH;
  return civilOfInstant(ms);
}
