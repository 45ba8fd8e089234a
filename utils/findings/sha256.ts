import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of the UTF-8 bytes, in lower-case hex, without waiting: an IndexedDB transaction ends as soon as
 * its code awaits something else, and an entry must be hashed between reading and writing.
 */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a blob's bytes in lower-case hex, by the browser's own fast implementation. */
export async function sha256Blob(blob: Blob): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
}
