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

const INTERNAL =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|0\.0\.0\.0)$/;

/** Hosts that answer only inside an office or on the editor's own machine. */
export function isInternalHost(host: string): boolean {
  return INTERNAL.test(host);
}
