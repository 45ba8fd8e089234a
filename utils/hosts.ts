/** Sites that the reviewer adds beside *.gov.cn: each is an optional host permission, and nothing else is stored. */

/** The match pattern for what a reviewer typed (`https://mirror.example.cn/a`, `mirror.example.cn:8080`), or null. */
export function patternOf(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  try {
    const { hostname } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
    // Ports are no part of a match pattern; every port of the host is meant.
    return /^[^*\s]+$/.test(hostname) && (hostname.includes('.') || hostname === 'localhost')
      ? `*://${hostname}/*`
      : null;
  } catch {
    return null;
  }
}

/** The added sites among all granted origins: those that neither the manifest nor "all sites" brings. */
export function addedHosts(origins: readonly string[]): string[] {
  return origins
    .filter((origin) => !/^(<all_urls>|(\*|https?):\/\/\*\/\*|\*:\/\/\*\.gov\.cn\/\*)$/.test(origin))
    .sort();
}

/** Whether a match pattern of a host (`*://www.example.cn/*`, `*://*.weibo.com/*`) lets the extension into that host. */
export function covers(pattern: string, hostname: string): boolean {
  const host = hostOfPattern(pattern);
  return host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : hostname === host;
}

/** The host inside a match pattern, for people. */
export function hostOfPattern(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');
}
