/**
 * Hybrid logical clock (Kulkarni et al. 2014): wall-clock milliseconds, a counter for what happens within
 * one of them, and the device, as text that sorts in time order: `001732348800000-0000-9f86d081`.
 * It only dates and orders what is shown; what replaces what is said by `prev` (entry.ts), so a wrong
 * clock can never make an edit lose.
 */
export type Hlc = string;

/**
 * How far a stamp may run ahead of this machine's clock and still be followed. A machine that was set to
 * next year for a minute, or a colleague's that still is, must not drag every later entry there.
 */
export const MAX_AHEAD_MS = 10 * 60_000;

const COUNTER_LIMIT = 36 ** 4;

function format(ms: number, counter: number, device: string): Hlc {
  return `${String(ms).padStart(15, '0')}-${counter.toString(36).padStart(4, '0')}-${device}`;
}

/** Milliseconds since 1970 in UTC; 0 when the text is no stamp. */
export function millisOf(hlc: Hlc): number {
  return Number(/^(\d{15})-/.exec(hlc)?.[1] ?? 0);
}

/** The next stamp of this device: after `last` (null at first), unless `last` runs too far ahead of `now` (ms). */
export function tick(last: Hlc | null, now: number, device: string): Hlc {
  const lastMs = last === null ? -1 : millisOf(last);
  if (last === null || lastMs < now || lastMs > now + MAX_AHEAD_MS) return format(now, 0, device);
  const counter = Number.parseInt(last.slice(16, 20), 36) + 1;
  return counter < COUNTER_LIMIT ? format(lastMs, counter, device) : format(lastMs + 1, 0, device);
}

/** What the device's last stamp becomes after seeing another device's: the later of both, within bounds. */
export function observe(last: Hlc | null, seen: Hlc, now: number): Hlc | null {
  if (millisOf(seen) > now + MAX_AHEAD_MS) return last;
  return last !== null && last >= seen ? last : seen;
}
