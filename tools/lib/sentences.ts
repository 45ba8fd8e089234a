import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Sentence } from '../../utils/words';

/** Turns sentences into words of one locale, for the command line. */
export function speaker(locale: 'zh_CN' | 'en'): (sentence: Sentence) => string {
  const words = parse(readFileSync(join(process.cwd(), 'locales', `${locale}.yml`), 'utf8')) as unknown;
  return ({ key, args = [] }) => {
    const text = key
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], words);
    return typeof text === 'string'
      ? text.replace(/\$([1-9])/g, (_, n) => String(args[Number(n) - 1] ?? ''))
      : key;
  };
}
