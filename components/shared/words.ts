import { i18n } from '#i18n';
import type { Sentence } from '../../utils/words';

/** Words of the interface, from locales/*.yml in the browser's language. */
export function t(key: string, ...args: (string | number)[]): string {
  return args.length > 0
    ? (i18n.t as (key: string, args: string[]) => string)(key, args.map(String))
    : (i18n.t as (key: string) => string)(key);
}

/** A {@link Sentence} of pure code in the reviewer's language. */
export function words(sentence: Sentence): string {
  return t(sentence.key, ...(sentence.args ?? []));
}
