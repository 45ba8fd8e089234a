import { Growing } from './growing';

export const ORDER = 5;
const BITS = 8192;

/** The n-grams of one length, sorted; the children of entry `i` are entries `first[i] … first[i + 1] - 1` of the next level. */
export interface CountLevel {
  word: Uint16Array;
  count: Uint32Array;
  first: Uint32Array;
  /** How many different n-grams were seen 1, 2, 3 and 4 times, before any were left out. */
  seen: number[];
}

/**
 * Counts all n-grams up to {@link ORDER} and keeps those seen at least `fewest[n - 1]` times (not decreasing).
 * The positions are bucketed by first character; the four that follow fit in the 53 bits of a float64, so
 * a bucket is sorted natively and every prefix run in it is one n-gram.
 */
export function countNgrams(ids: Uint16Array, vocabulary: number, fewest: readonly number[]): CountLevel[] {
  const word = Array.from({ length: ORDER }, () => new Growing(new Uint16Array(1 << 16)));
  const count = Array.from({ length: ORDER }, () => new Growing(new Uint32Array(1 << 16)));
  const first = Array.from({ length: ORDER }, () => new Growing(new Uint32Array(1 << 16)));
  const seen = Array.from({ length: ORDER }, () => [0, 0, 0, 0]);
  const start = new Uint32Array(vocabulary + 1);
  for (const id of ids) start[id + 1 > vocabulary ? vocabulary : id + 1]!++;
  for (let id = 0; id < vocabulary; id++) start[id + 1] = start[id]! + start[id + 1]!;
  const positions = new Uint32Array(ids.length);
  const cursor = start.slice();
  for (let at = 0; at < ids.length; at++) positions[cursor[ids[at]!]!++] = at;

  const run = new Array<number>(ORDER).fill(0);
  const begin = new Array<number>(ORDER).fill(0);
  const current = new Array<number>(ORDER).fill(0);
  const close = (level: number): void => {
    const times = run[level]!;
    if (current[level] === 0 || times === 0) return;
    if (times <= 4) seen[level]![times - 1]!++;
    if (times < fewest[level]!) return;
    word[level]!.push(current[level]!);
    count[level]!.push(times);
    first[level]!.push(begin[level]!);
  };

  for (let id = 0; id < vocabulary; id++) {
    const keys = bucket(ids, positions.subarray(start[id], start[id + 1]));
    current.fill(0);
    current[0] = id;
    run.fill(0);
    begin[0] = word[1]!.length;
    run[0] = keys.length;
    for (let at = 0; at < keys.length; at++) {
      let key = keys[at]!;
      const digits = [id, 0, 0, 0, 0];
      for (let level = ORDER - 1; level >= 1; level--) {
        digits[level] = key % BITS;
        key = Math.floor(key / BITS);
      }
      let level = 1;
      while (level < ORDER && digits[level] === current[level] && at > 0) run[level++]!++;
      for (let closing = ORDER - 1; closing >= level; closing--) close(closing);
      for (; level < ORDER; level++) {
        current[level] = digits[level]!;
        run[level] = 1;
        if (level + 1 < ORDER) begin[level] = word[level + 1]!.length;
      }
    }
    for (let closing = ORDER - 1; closing >= 1; closing--) close(closing);
    word[0]!.push(id);
    count[0]!.push(keys.length);
    first[0]!.push(begin[0]);
  }
  return word.map((words, level) => {
    if (level + 1 < ORDER) first[level]!.push(word[level + 1]!.length);
    return {
      word: words.done(),
      count: count[level]!.done(),
      first: first[level]!.done(),
      seen: seen[level]!,
    };
  });
}

/** The four ids after each position as one sorted number each; nothing is read past a sentence boundary or id 0. */
function bucket(ids: Uint16Array, positions: Uint32Array): Float64Array {
  const keys = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index++) {
    const at = positions[index]!;
    let key = 0;
    let open = true;
    for (let step = 1; step < ORDER; step++) {
      const id: number = open ? (ids[at + step] ?? 0) : 0;
      key = key * BITS + id;
      open = open && id > 1;
    }
    keys[index] = key;
  }
  return keys.sort();
}
