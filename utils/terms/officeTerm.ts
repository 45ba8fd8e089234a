import { type Folded, valueIn } from '../findings/fold';
import type { Json } from '../findings/json';
import { sha256Text } from '../findings/sha256';

/**
 * 错字 with its correction, always suggested; a word that is right (a name!), in which nothing is suggested; or a leader,
 * whose name and posts are compared.
 */
export type TermRole = 'deny' | 'allow' | 'leader';

const ROLES: readonly TermRole[] = ['deny', 'allow', 'leader'];

/** One entry of the office's own word list, kept in the log like everything else that the office decides. */
export interface OfficeTerm {
  id: string;
  role: TermRole;
  word: string;
  /** What it should read; '' for allowed words; a leader's posts. */
  right: string;
  /** Where that is laid down, or why: shown with every suggestion. */
  source: string;
}

export const TERM_PREFIX = 't:';

/** A word's place in the log: one word, one entry, whoever adds it. */
export function termId(word: string): string {
  return `${TERM_PREFIX}${sha256Text(word)}`;
}

/** The log's fields for an entry, for `store.set`. */
export function termFields({ role, word, right, source }: Omit<OfficeTerm, 'id'>): Record<string, Json> {
  return { role, word, right, source, deleted: false };
}

/** The office's list as the folds of the log say; removed words are left out. In order of the words. */
export function officeTerms(folds: readonly Folded[]): OfficeTerm[] {
  return folds
    .flatMap((folded) => {
      const text = (field: string) => {
        const value = valueIn(folded, field);
        return typeof value === 'string' ? value : '';
      };
      if (valueIn(folded, 'deleted') === true || text('word') === '') return [];
      const role = ROLES.find((one) => one === text('role')) ?? 'deny';
      return [{ id: folded.id, role, word: text('word'), right: text('right'), source: text('source') }];
    })
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}
