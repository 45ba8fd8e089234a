import type { PageLink } from '../page/snapshot';
import { hostOf, isInternalHost } from './site';

/** What a link leads to. `unknown`: the site refused to answer a tool, which says nothing about visitors. */
export interface ProbedLink {
  url: string;
  state: 'alive' | 'dead' | 'unreachable' | 'unknown';
  /** HTTP status of the last answer; null when there was none. */
  status: number | null;
}

export interface ProbeOptions {
  /** The browser's fetch, or a test's. */
  fetch: (
    url: string,
    init: { method: 'HEAD' | 'GET'; redirect: 'follow'; signal: AbortSignal },
  ) => Promise<{ status: number }>;
  /** Waits between two requests of one lane; resolves early when the probe is cancelled. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  onProgress?: (done: number, all: number) => void;
}

/** As many requests at once as a visitor's browser would make to one site, each lane with the pause of a walk. */
const PARALLEL = 5;
const PAUSE_MS = 1000;
/** More than that is a crawl. */
export const MAX_PROBED = 200;
const DEAD = new Set([404, 410]);

/** The addresses of a page that can be asked: http and https, each once, no address of an intranet. */
export function probeable(links: readonly Pick<PageLink, 'href' | 'visible' | 'text'>[]): string[] {
  const urls = links
    .filter(
      (l) => l.visible && l.text !== '' && /^https?:\/\//.test(l.href) && !isInternalHost(hostOf(l.href)),
    )
    .map((l) => l.href.replace(/#.*$/, ''));
  return [...new Set(urls)].slice(0, MAX_PROBED);
}

/**
 * Asks every address once, HEAD first and GET where HEAD is refused. Only on a reviewer's order.
 *
 * @returns one result per different http(s) address, in order; those not asked when cancelled are left out.
 */
export async function probeLinks(urls: readonly string[], options: ProbeOptions): Promise<ProbedLink[]> {
  const asked = [...new Set(urls.map((u) => u.replace(/#.*$/, '')))].filter((u) => /^https?:\/\//.test(u));
  const results: (ProbedLink | undefined)[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let first = true; next < asked.length && !options.signal.aborted; first = false) {
      const index = next++;
      if (!first) await options.wait(PAUSE_MS, options.signal);
      if (options.signal.aborted) return;
      const result = await probe(asked[index]!, options);
      if (options.signal.aborted) return;
      results[index] = result;
      options.onProgress?.(++done, asked.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, asked.length) }, worker));
  return results.filter((r) => r !== undefined);
}

async function probe(url: string, { fetch, signal }: ProbeOptions): Promise<ProbedLink> {
  let status: number | null = null;
  for (const method of ['HEAD', 'GET'] as const) {
    try {
      ({ status } = await fetch(url, { method, redirect: 'follow', signal }));
    } catch {
      if (method === 'GET') return { url, state: 'unreachable', status: null };
      continue;
    }
    // A browser that may not read the answer (another site without permission) gives 0: somebody answered, no more.
    if (status === 0) return { url, state: 'unknown', status: null };
    if (status < 400) return { url, state: 'alive', status };
  }
  return { url, state: status !== null && DEAD.has(status) ? 'dead' : 'unknown', status };
}
