import { type Sentence, say } from '../words';

/**
 * quota: no room left · private: the browser keeps nothing here (private window, storage switched off) ·
 * blocked: another tab holds an older version open · newer: the data was written by a newer version of the
 * extension · open: the database does not open · unknown: anything else.
 */
export type StoreErrorKind = 'quota' | 'private' | 'blocked' | 'newer' | 'open' | 'unknown';

/** A failure of the store that a reviewer can understand: `sentence` says what happened and what to do. */
export class StoreError extends Error {
  readonly sentence: Sentence;

  constructor(
    readonly kind: StoreErrorKind,
    cause?: unknown,
  ) {
    super(`findings store: ${kind}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''}`, {
      cause,
    });
    this.name = 'StoreError';
    this.sentence = say(`findings.errors.${kind}`);
  }
}

/** Names what an IndexedDB failure means; `opening` = while opening the database. */
export function storeError(cause: unknown, opening = false): StoreError {
  if (cause instanceof StoreError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') return new StoreError('quota', cause);
  if (name === 'VersionError') return new StoreError('newer', cause);
  // Firefox: InvalidStateError in private windows; SecurityError when storage is switched off.
  if (opening && (name === 'SecurityError' || name === 'InvalidStateError'))
    return new StoreError('private', cause);
  return new StoreError(opening ? 'open' : 'unknown', cause);
}
