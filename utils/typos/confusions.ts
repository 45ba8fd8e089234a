import { blurredSound, type Reading, toneless } from './sounds';

/** How one character may have come to stand for another; a pair can have several. */
export const SAME_SOUND = 1;
export const NEAR_SOUND = 2;
export const SHAPE = 4;
/** One slip of a finger apart in 五笔. */
export const STROKE_CODE = 8;
export const SAME_TONE = 16;

/** For each character the characters it may stand for; entries of `id` are `start[id] … start[id + 1] - 1`. */
export interface Confusions {
  start: Uint32Array;
  other: Uint16Array;
  kinds: Uint8Array;
  /** Likeness of the glyphs, 0 to 255; 0 when below the table. */
  likeness: Uint8Array;
}

export interface ConfusionSource {
  characters: string[];
  /** Readings by character id; none for what is not Chinese. */
  readings: Reading[][];
  /** Look-alikes by character id. */
  shapes: { other: number; likeness: number }[][];
  strokeCodes: number[][];
}

/** Gathers all confusions per character, each pair once with all its kinds; always in both directions. */
export function gatherConfusions({ characters, readings, shapes, strokeCodes }: ConfusionSource): Confusions {
  const size = characters.length;
  const maps = Array.from({ length: size }, () => new Map<number, number>());
  const add = (a: number, b: number, kinds: number, likeness = 0): void => {
    if (a === b) return;
    for (const [one, two] of [
      [a, b],
      [b, a],
    ] as const) {
      const before = maps[one]!.get(two) ?? 0;
      maps[one]!.set(two, ((before | kinds) & 255) + Math.max(before & 0xff00, likeness << 8));
    }
  };
  const join = (keyOf: (reading: Reading) => string, kind: number): void => {
    const groups = new Map<string, number[]>();
    readings.forEach((all, id) => {
      for (const key of new Set(all.map(keyOf))) groups.set(key, [...(groups.get(key) ?? []), id]);
    });
    for (const ids of groups.values()) for (const a of ids) for (const b of ids) if (a < b) add(a, b, kind);
  };
  join((reading) => blurredSound(toneless(reading)), NEAR_SOUND);
  join(toneless, SAME_SOUND);
  join((reading) => reading, SAME_TONE);
  shapes.forEach((all, id) => {
    for (const { other, likeness } of all) add(id, other, SHAPE, likeness);
  });
  strokeCodes.forEach((all, id) => {
    for (const other of all) add(id, other, STROKE_CODE);
  });

  const total = maps.reduce((sum, map) => sum + map.size, 0);
  const table: Confusions = {
    start: new Uint32Array(size + 1),
    other: new Uint16Array(total),
    kinds: new Uint8Array(total),
    likeness: new Uint8Array(total),
  };
  let at = 0;
  maps.forEach((map, id) => {
    table.start[id] = at;
    for (const [other, value] of [...map].sort(([a], [b]) => a - b)) {
      table.other[at] = other;
      table.kinds[at] = value & 255;
      table.likeness[at] = value >> 8;
      at++;
    }
  });
  table.start[size] = at;
  return table;
}

/** Entry of the table that tells how two characters may be mistaken for each other; -1 when they are not. */
export function entryOf({ start, other }: Confusions, one: number, two: number): number {
  const place = other.subarray(start[one]!, start[one + 1]!).indexOf(two);
  return place < 0 ? -1 : start[one]! + place;
}

/** True when one character may have come to stand for the other. */
export function areConfusable(
  confusions: Confusions,
  one: number | undefined,
  two: number | undefined,
): boolean {
  return one !== undefined && two !== undefined && entryOf(confusions, one, two) >= 0;
}
