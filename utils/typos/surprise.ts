import type { Edit } from './edit';

/** So many places before and behind a slip are badly expected because of it. */
const TOUCHED_BEFORE = 1;
const TOUCHED_BEHIND = 4;
/** How official prose surprises, where there is nothing else to read. */
const OFFICIAL = 3;

/**
 * How much the text within so many characters of a change surprises the language model, in nats a character; what the change has to do
 * with is left out. `logs` are ln p of each place. Where much is unfamiliar, an odd character is less likely a slip.
 */
export function surprise(
  logs: Float32Array,
  { start, end }: Pick<Edit, 'start' | 'end'>,
  reach: number,
): number {
  let sum = 0;
  let read = 0;
  for (let at = Math.max(0, start - reach); at < Math.min(logs.length, end + reach); at++) {
    if (at >= start - TOUCHED_BEFORE && at < end + TOUCHED_BEHIND) continue;
    sum -= logs[at]!;
    read++;
  }
  return read === 0 ? OFFICIAL : sum / read;
}
