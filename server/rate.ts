/** Buckets in memory at most; the ones not used for longest are dropped beyond it. */
const MAX_BUCKETS = 50_000;

export interface Rate {
  /** Requests that may come at once. */
  burst: number;
  /** Requests a second after that. */
  perSecond: number;
}

/**
 * Token buckets by key. `take` gives the seconds to wait, 0 when the request may pass; `peek` only looks.
 */
export function rateLimit({ burst, perSecond }: Rate, now: () => number) {
  const buckets = new Map<string, { tokens: number; at: number }>();

  function bucket(key: string) {
    const at = now();
    const found = buckets.get(key) ?? { tokens: burst, at };
    found.tokens = Math.min(burst, found.tokens + ((at - found.at) / 1_000) * perSecond);
    found.at = at;
    buckets.delete(key);
    buckets.set(key, found);
    if (buckets.size > MAX_BUCKETS) buckets.delete(buckets.keys().next().value!);
    return found;
  }
  const wait = (tokens: number) => (tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond));

  return {
    take(key: string): number {
      const found = bucket(key);
      const seconds = wait(found.tokens);
      if (seconds === 0) found.tokens--;
      return seconds;
    },
    peek: (key: string): number => wait(bucket(key).tokens),
  };
}
