/**
 * What an address may keep when it is stored or handed in. A link copied from a signed-in page can carry
 * the reviewer's own session; a ledger goes to hundreds of units.
 */

/** Parameters that open a door: sessions, tickets, signatures, passwords. Whole names, any case. */
const SECRET =
  /^(?:\w*[-_]?token|(?:j|php|asp\.?net_?)?sess(?:ion)?_?id|session|\w*_?ticket|auth(?:orization)?|authcode|api_?key|app_?secret|secret|signature|password|passwd|pwd|openid|unionid|credential|x-amz-.*|x-oss-.*|ossaccesskeyid)$/i;

/** Names that are a secret on one site and a search word or a number on the next: secret when the value is opaque. */
const DOUBTFUL = /^(?:sid|key|sign|sig|code|st|ticket|uid|sso)$/i;
const OPAQUE = /^(?=.*\d)[\w.~%+/=-]{16,}$/;

/** Parameters that only say how the visitor came. */
const TRACKING =
  /^(?:utm_.*|spm(?:_id_from)?|scm|share_?\w*|vd_source|isappinstalled|weibo_id|timestamp|_t?|rand(?:om)?|bd_vid|gclid|fbclid)$/i;

/** An article of mp.weixin.qq.com is named by these alone; the rest of its address is the reader's own session. */
const WEIXIN = /^(?:__biz|mid|idx|sn|appmsgid|itemidx|action|album_id)$/;

/** `;jsessionid=…` inside the path, as Java servers write it. */
const PATH_SESSION = /;(?:jsessionid|sid|phpsessid)=[^/?#;]*/gi;

/**
 * The address without secrets and without a text-fragment directive: it opens the same page. User name and password
 * go, so do secret parameters, also inside a `#/route?token=…`. Text that is no URL comes back unchanged.
 */
export function withoutSecrets(address: string): string {
  const url = parse(address);
  if (!url) return address;
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(PATH_SESSION, '');
  drop(url, url.hostname === 'mp.weixin.qq.com' ? (name) => !WEIXIN.test(name) : isSecret);
  url.hash = cleanHash(url.hash);
  return url.href;
}

/**
 * One text per page, for telling whether two visits saw the same page: without secrets, tracking parameters,
 * fragment (a `#/route` stays: it is the page on script-driven sites), default file name and trailing
 * slash; parameters sorted; http and https alike.
 */
export function pageKey(address: string): string {
  const url = parse(withoutSecrets(address));
  if (!url) return address.trim();
  drop(url, (name) => TRACKING.test(name));
  url.searchParams.sort();
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  const path = url.pathname
    .replace(/\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/+$/, '');
  return `${url.host.replace(/\.$/, '')}${path}${url.search}${route}`;
}

/** Host of an address without `www.`; '' when it is no URL. */
export function hostOf(address: string): string {
  return parse(address)?.hostname.replace(/^www\./, '') ?? '';
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** Removes parameters; an address that loses none keeps its own spelling (searchParams would re-encode GBK). */
function drop(url: URL, unwanted: (name: string, value: string) => boolean): void {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !unwanted(...split(pair)));
  const search = kept.length > 0 ? `?${kept.join('&')}` : '';
  if (search !== url.search) url.search = search;
}

function cleanHash(hash: string): string {
  const plain = hash.replace(/:~:.*$/s, '');
  const [route, query] = plain.split(/\?(.*)/s, 2);
  const parameters = (query ?? '').split('&').filter((pair) => pair && !isSecret(...split(pair)));
  const whole = parameters.length > 0 ? `${route}?${parameters.join('&')}` : (route ?? '');
  // `#access_token=…&id_token=…`: the answer of a sign-in, not a place on the page.
  return whole === '#' || /(?:^#|&)[\w-]*(?:token|ticket)=/i.test(whole) ? '' : whole;
}

function isSecret(name: string, value: string): boolean {
  return SECRET.test(name) || (DOUBTFUL.test(name) && OPAQUE.test(value));
}

function split(pair: string): [name: string, value: string] {
  const [name, ...value] = pair.split('=');
  return [decode(name!), value.join('=')];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
