const FIRST_MS = 2_000;
const LONGEST_MS = 30 * 60_000;

/**
 * How long to wait after failures in a row, in ms: doubling, half of it by chance, so that a team that lost its
 * endpoint together does not come back together. A wish of the endpoint is followed, within an hour.
 * @param random in [0, 1)
 */
export function backoff(failures: number, wish: number | null, random: number): number {
  const ms = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const wanted = Math.min(wish ?? 0, 2 * LONGEST_MS);
  return Math.max(ms * (0.5 + random / 2), wanted * (1 + random / 10));
}
