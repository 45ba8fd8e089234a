/** A matrix in 8 bits, with what one is worth in each row. */
export interface Quantised {
  values: Int8Array;
  scales: Float32Array;
  columns: number;
}

/**
 * A table of one row for each character turned about, so that a product with it tells of every character at once: columns are
 * filled up to a multiple of 8, and the scales, which now belong to columns, are left to whoever reads the product.
 */
export function turned({ values, scales, columns }: Quantised): Quantised {
  const padded = inEights(scales.length);
  const result = new Int8Array(columns * padded);
  for (let row = 0; row < scales.length; row++)
    for (let column = 0; column < columns; column++)
      result[column * padded + row] = values[row * columns + column]!;
  return { values: result, scales: new Float32Array(columns).fill(1), columns: padded };
}

/** What a kernel multiplies at once: rows go in fours, columns in eights. */
export function inFours(rows: number): number {
  return (rows + 3) & ~3;
}
export function inEights(columns: number): number {
  return (columns + 7) & ~7;
}
