import { breathed } from '../../shared/breath';
import type { Place } from './place';

/** ms of work after which the page may draw and hear 取消. */
const BREATH = 50;

/**
 * Writes a file piece by piece to its place. `signal` stops it between two pieces; stopped or failed, nothing of it stays and the
 * reason is thrown.
 */
export async function save(
  pieces: AsyncIterable<BlobPart> | Iterable<BlobPart>,
  place: Place,
  signal: AbortSignal,
): Promise<void> {
  try {
    let since = performance.now();
    for await (const piece of pieces) {
      signal.throwIfAborted();
      await place.write(piece);
      if (performance.now() - since > BREATH) {
        await breathed();
        since = performance.now();
      }
      signal.throwIfAborted();
    }
    await place.finish();
  } catch (error) {
    await place.discard();
    throw error;
  }
}
