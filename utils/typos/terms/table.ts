import { say } from '../../words';
import type { Level, Suggestion } from '../suggestion';

/** What a table entry is: 错字, 异形词, 规范表述, 固定名称, 地名, 领导职务. */
export type TermKind = 'misspelling' | 'variant' | 'wording' | 'name' | 'place' | 'title';

/** A wrong spelling and the right one. Tables are data: tools/terms.ts holds them against a clean corpus. */
export interface Term {
  wrong: string;
  right: string;
  kind: TermKind;
  /** Where the right spelling is laid down. */
  source: string;
  /** How sure it is; unless said, preferred spellings (异形词) are hints and all else is sure. */
  level?: Level;
  /** Longer strings in which `wrong` is right after all (期未 in 学期未必): no suggestion inside them. */
  except?: readonly string[];
}

/** Finds terms in texts; an index by the first two characters keeps it fast for thousands of entries. */
export class TermTable {
  private readonly byStart = new Map<string, Term[]>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      if (term.wrong.length < 2) throw new Error(`A term needs two characters or more: "${term.wrong}".`);
      const key = term.wrong.slice(0, 2);
      const same = this.byStart.get(key);
      if (same) same.push(term);
      else this.byStart.set(key, [term]);
    }
  }

  /** All entries that occur in `text`. */
  find(text: string): Suggestion[] {
    const found: Suggestion[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      for (const term of this.byStart.get(text.slice(at, at + 2)) ?? []) {
        if (!text.startsWith(term.wrong, at) || excepted(term, text, at)) continue;
        found.push({
          start: at,
          end: at + term.wrong.length,
          wrong: term.wrong,
          right: term.right,
          score: 1,
          kind: term.kind === 'variant' ? 'variant' : 'term',
          level: term.level ?? (term.kind === 'variant' ? 'hint' : 'sure'),
          why: say(`typos.why.${term.kind === 'place' ? 'placeName' : term.kind}`, term.source),
        });
      }
    }
    return found;
  }
}

function excepted({ wrong, except = [] }: Term, text: string, at: number): boolean {
  return except.some((longer) => {
    for (let shift = longer.indexOf(wrong); shift >= 0; shift = longer.indexOf(wrong, shift + 1)) {
      if (text.startsWith(longer, at - shift)) return true;
    }
    return false;
  });
}
