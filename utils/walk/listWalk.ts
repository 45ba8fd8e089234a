/** One page of a walk through the rows of a list (逐条核对). */
export interface WalkedPage<T> {
  url: string;
  /** What `read` made of the page; null when it could not be fetched. */
  result: T | null;
  /** Why it could not be fetched. */
  error?: unknown;
}

export interface WalkOptions<T> {
  /** The page of the list: only addresses of its origin are fetched. */
  from: string;
  fetch: (url: string, signal: AbortSignal) => Promise<string>;
  /** Reads and judges one fetched page. */
  read: (html: string, url: string) => T | Promise<T>;
  /** Waits between two requests; resolves early when the walk is cancelled. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  /** After each page, with what has been walked so far. */
  onProgress?: (walked: readonly WalkedPage<T>[], all: number) => void;
}

/** One request a second and thirty in all: what one reviewer's clicking would ask of the site. */
export const INTERVAL_MS = 1000;
export const MAX_PAGES = 30;

/** The addresses that a walk would fetch: of the list's own origin, each once, thirty at most. */
export function walkable(urls: readonly string[], from: string): string[] {
  const origin = originOf(from);
  const own = urls.map((u) => u.replace(/#.*$/, '')).filter((u) => originOf(u) === origin && u !== from);
  return origin === '' ? [] : [...new Set(own)].slice(0, MAX_PAGES);
}

/**
 * Fetches the pages that a list links to, one by one, and reads each. Never starts by itself; stops when cancelled.
 * A page that fails is told and the walk goes on.
 */
export async function walkList<T>(
  urls: readonly string[],
  options: WalkOptions<T>,
): Promise<WalkedPage<T>[]> {
  const { from, fetch, read, wait, signal, onProgress } = options;
  const pages = walkable(urls, from);
  const walked: WalkedPage<T>[] = [];
  for (const [i, url] of pages.entries()) {
    if (i > 0) await wait(INTERVAL_MS, signal);
    if (signal.aborted) break;
    try {
      walked.push({ url, result: await read(await fetch(url, signal), url) });
    } catch (error) {
      if (signal.aborted) break;
      walked.push({ url, result: null, error });
    }
    onProgress?.([...walked], pages.length);
  }
  return walked;
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? '';
}
