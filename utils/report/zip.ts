import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipMember {
  path: string;
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** False for what is compressed already (images). */
  compress: boolean;
}

/** A ZIP without the 64-bit extension counts its members in 16 bits and its bytes in 32. */
export const MAX_MEMBERS = 65_535;
export const MAX_BYTES = 2 ** 32 - 1;

/**
 * Writes a ZIP file piece by piece: only one member's piece is in memory at a time, and whoever reads the pieces can show
 * progress or stop. `time` dates the members. Throws RangeError beyond what a plain ZIP can hold.
 */
export async function* zip(
  members: AsyncIterable<ZipMember> | Iterable<ZipMember>,
  time: Date,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  let count = 0;
  let bytes = 0;
  const archive = new Zip((error, chunk) => {
    failure ??= error;
    if (chunk) ready.push(chunk);
  });
  function* written(): Generator<Uint8Array> {
    if (failure) throw failure;
    for (const chunk of ready.splice(0)) {
      bytes += chunk.length;
      yield chunk;
    }
    if (count > MAX_MEMBERS || bytes > MAX_BYTES) throw new RangeError('too much for one ZIP file');
  }
  for await (const { path, pieces, compress } of members) {
    const member = compress ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    member.mtime = time;
    archive.add(member);
    count++;
    for await (const piece of pieces) {
      member.push(piece);
      yield* written();
    }
    member.push(new Uint8Array(0), true);
    yield* written();
  }
  archive.end();
  yield* written();
}

/** Text as UTF-8 pieces of a ZIP member. */
export async function* encoded(texts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

/** A blob as one piece of a ZIP member. */
export async function* bytesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await blob.arrayBuffer());
}
