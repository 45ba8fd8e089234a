/** When a page has to be read again: content that arrives late, a replaced body, a new address without a load. */

export interface WatchOptions {
  /** The overlay's own host, whose changes do not count. */
  ignore: Node;
  /** Quiet time in ms after the last change before the page is read again. */
  quiet: number;
  /** Longest wait in ms while changes keep coming (a ticking clock never becomes quiet). */
  atMost: number;
  /** Reads per address after which only every `slow` ms is read. */
  budget: number;
  slow: number;
  schedule(run: () => void, ms: number): number;
  cancel(timer: number): void;
  now(): number;
}

export interface Watch {
  /** A new address: the budget starts afresh. */
  reset(): void;
  stop(): void;
}

/**
 * Calls `read` after the page changed, debounced and bounded: at least `quiet` ms after the last change, at most
 * `atMost` ms after the first, and past `budget` reads no more often than every `slow` ms.
 */
export function watchPage(target: Document, read: () => void, options: WatchOptions): Watch {
  let timer = 0;
  let firstChange = 0;
  let reads = 0;
  let lastRead = options.now();

  const run = () => {
    timer = 0;
    firstChange = 0;
    reads += 1;
    lastRead = options.now();
    read();
  };
  const changed = () => {
    const now = options.now();
    firstChange ||= now;
    let wait = Math.min(options.quiet, Math.max(0, firstChange + options.atMost - now));
    if (reads >= options.budget) wait = Math.max(wait, lastRead + options.slow - now);
    if (timer) options.cancel(timer);
    timer = options.schedule(run, wait);
  };
  const observer = new MutationObserver((records) => {
    const own = (node: Node) => node === options.ignore || options.ignore.contains(node);
    const foreign = records.some(
      (record) =>
        !own(record.target) &&
        ![...record.addedNodes, ...record.removedNodes].some((node) => node === options.ignore),
    );
    if (foreign) changed();
  });
  observer.observe(target, { childList: true, subtree: true, characterData: true });

  return {
    reset() {
      reads = 0;
      changed();
    },
    stop() {
      observer.disconnect();
      if (timer) options.cancel(timer);
    },
  };
}
