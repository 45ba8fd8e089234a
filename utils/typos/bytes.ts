/** Reads a model file: little-endian sections, each with a name. Throws when the bytes are not such a file. */
export function readSections(file: Uint8Array): Map<string, Uint8Array> {
  // A plain view: Node's Buffer would hand out slices that share the whole file.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('Not a Duwang model file.');
  const sections = new Map<string, Uint8Array>();
  let at = 4;
  while (at < bytes.length) {
    const nameLength = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    const start = at + 8 + nameLength;
    if (start + size > bytes.length) throw new Error('The model file is cut short.');
    sections.set(
      new TextDecoder().decode(bytes.subarray(at + 8, start)),
      bytes.subarray(start, start + size),
    );
    at = start + size;
  }
  return sections;
}

/** The inverse of {@link readSections}. */
export function writeSections(sections: Iterable<[string, Uint8Array]>): Uint8Array {
  const parts: Uint8Array[] = [uint32(MAGIC)];
  for (const [name, content] of sections) {
    const encoded = new TextEncoder().encode(name);
    parts.push(uint32(encoded.length), uint32(content.length), encoded, content);
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const MAGIC = 0x31575944; // "DYW1"

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** Takes numbers from bytes one by one: 7 bits a byte, lowest first. */
export class VarintReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
}
