/**
 * A sentence for the reviewer, not yet in a language: a key of `locales/*.yml` and the values that go
 * into its `$1 … $9`. Pure code returns this; only a screen, a report or the command line turns it into words.
 */
export interface Sentence {
  key: string;
  args?: readonly (string | number)[];
}

/** Builds a {@link Sentence}; the key must exist in every locale (held by tests/unit/locales.test.ts). */
export function say(key: string, ...args: (string | number)[]): Sentence {
  return args.length > 0 ? { key, args } : { key };
}
