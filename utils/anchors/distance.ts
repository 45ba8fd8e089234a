/** Levenshtein distance of two short texts (contexts of an anchor, sentences), in UTF-16 units or whatever they are lists of. */
export function distance<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  return rows(a, b).at(-1)![b.length]!;
}

/**
 * Aligns a pattern with the stretch of text that it matched and says where each offset of the pattern falls
 * in the text. O(pattern × text), meant for some hundred characters.
 */
export function align(pattern: string, text: string, offsets: readonly number[]): number[] {
  const table = rows(pattern, text);
  const falls = new Array<number>(pattern.length + 1).fill(0);
  let at = text.length;
  falls[pattern.length] = at;
  for (let row = pattern.length; row > 0; row--) {
    const cost = (r: number, c: number) => (c < 0 ? Number.POSITIVE_INFINITY : table[r]![c]!);
    while (cost(row, at - 1) + 1 === cost(row, at) && !steps(row, at)) at--;
    if (steps(row, at)) at--;
    falls[row - 1] = at;
  }
  return offsets.map((offset) => falls[offset]!);

  /** True when the best path reaches (row, at) from the diagonal: the two characters belong together. */
  function steps(row: number, column: number): boolean {
    if (column === 0) return false;
    const same = pattern[row - 1] === text[column - 1];
    return table[row - 1]![column - 1]! + (same ? 0 : 1) === table[row]![column];
  }
}

/** The table of Wagner and Fischer: entry [i][j] = distance of the first i and the first j characters. */
function rows<T>(a: ArrayLike<T>, b: ArrayLike<T>): Uint16Array[] {
  const table = [Uint16Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = table[i - 1]!;
    const row = new Uint16Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const swap = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(swap, above[j]! + 1, row[j - 1]! + 1);
    }
    table.push(row);
  }
  return table;
}
