/** Node decodes GBK but does not encode it: the table is turned round once, on first use. */
let table: Map<string, readonly [number, number]> | undefined;

function gbkTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && !pairs.has(sign)) pairs.set(sign, [lead, trail]);
    }
  }
  return pairs;
}

/**
 * Text as GBK bytes (two per Chinese character, one per ASCII character).
 * @throws RangeError for a character that GBK does not have.
 */
export function encodeGbk(text: string): Uint8Array {
  table ??= gbkTable();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = table.get(sign);
    if (!pair) throw new RangeError(`GBK has no ${sign}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
