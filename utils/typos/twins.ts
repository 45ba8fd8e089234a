/**
 * Where else in a text the characters `ids[start … end - 1]` begin again beside one of the same neighbours: the same word, written once
 * more. Who writes 租凭 for 租赁 writes it each time; so does who writes a rare name. `han` is 1 for Chinese characters, by id.
 */
export function twins(
  ids: Uint16Array,
  { start, end }: { start: number; end: number },
  han: Uint8Array,
): number[] {
  const length = end - start;
  if (length < 1) return [];
  const found: number[] = [];
  for (let at = ids.indexOf(ids[start]!); at >= 0; at = ids.indexOf(ids[start]!, at + 1)) {
    if (Math.abs(at - start) < length) continue;
    let same = 1;
    while (same < length && ids[at + same] === ids[start + same]) same++;
    if (same === length && (length > 1 || sharesNeighbour(ids, start, at, han))) found.push(at);
  }
  return found;
}

function sharesNeighbour(ids: Uint16Array, one: number, other: number, han: Uint8Array): boolean {
  return [-1, 1].some((side) => {
    const neighbour = ids[one + side];
    return neighbour !== undefined && han[neighbour] === 1 && neighbour === ids[other + side];
  });
}
