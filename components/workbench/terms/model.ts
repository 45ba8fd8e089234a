import { computed, signal } from '@preact/signals';
import type { Store } from '../../../utils/findings/store';
import { parseTerms, type TermLine } from '../../../utils/terms/import';
import {
  type OfficeTerm,
  officeTerms,
  TERM_PREFIX,
  termFields,
  termId,
} from '../../../utils/terms/officeTerm';
import { type Sentence, say } from '../../../utils/words';

/** The office's word list: what it holds, what is searched, and what was wrong with a list just given. */
export class TermsModel {
  readonly terms = signal<OfficeTerm[]>([]);
  readonly search = signal('');
  readonly problems = signal<TermLine[]>([]);
  readonly told = signal<Sentence | null>(null);
  readonly shown = computed(() => {
    const wanted = this.search.value.trim();
    return this.terms.value.filter(({ word, right }) => word.includes(wanted) || right.includes(wanted));
  });

  constructor(private readonly open: () => Promise<Store>) {}

  /** Reads the list and follows changes made elsewhere; returns the way to stop. */
  async follow(): Promise<() => void> {
    const store = await this.open();
    const read = async () => {
      this.terms.value = officeTerms(await store.folds(TERM_PREFIX));
    };
    await read();
    return store.subscribeAll((subjects) => {
      if (subjects.some((subject) => subject.startsWith(TERM_PREFIX))) void read();
    });
  }

  /** Adds a list (see {@link parseTerms}), whole or not at all. */
  async add(text: string): Promise<boolean> {
    const { terms, problems } = parseTerms(text);
    this.problems.value = problems;
    this.told.value = null;
    if (problems.length > 0 || terms.length === 0) return false;
    await (await this.open()).set(terms.map((term) => [termId(term.word), termFields(term)]));
    this.told.value = say('terms.added', terms.length);
    return true;
  }

  async remove(id: string): Promise<void> {
    await (await this.open()).set([[id, { deleted: true }]]);
  }
}
