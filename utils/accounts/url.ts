/** The parameters that name an account or a post; every other one is a token, a source or a tracking mark. */
const NAMING = new Set([
  '__biz',
  'mid',
  'idx',
  'sn',
  'album_id',
  'id',
  'app_id',
  'kw',
  'un',
  'uid',
  'page',
  'pn',
  'query',
  'type',
]);

/** Resolves `href` and keeps only what names the page: no `xsec_token`, `chksm`, `pass_ticket`, `scene` …; '' when it is no URL. */
export function bareUrl(href: string, base?: string): string {
  const url = parseUrl(href, base);
  if (!url) return '';
  const kept = [...url.searchParams].filter(([name]) => NAMING.has(name));
  url.search = new URLSearchParams(kept).toString();
  url.hash = '';
  return url.href;
}

/** A URL, or null. */
export function parseUrl(href: string, base?: string): URL | null {
  return URL.canParse(href, base) ? new URL(href, base) : null;
}
