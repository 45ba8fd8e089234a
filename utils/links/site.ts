/** The host of an absolute URL in lower case, without its port; '' when there is none. */
export function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/**
 * The site that a page belongs to: its registrable domain, so that an office's page and the city's portal are one
 * (zjj.example.gov.cn and www.example.gov.cn). Addresses by number stay whole.
 */
export function siteOf(url: string): string {
  const host = hostOf(url);
  if (/^[\d.]+$/.test(host)) return host;
  const suffix = /\.(?:gov|org|com|net|edu|ac)\.cn$/.test(host) ? 3 : 2;
  return host.split('.').slice(-suffix).join('.');
}
