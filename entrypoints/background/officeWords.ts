import { officeTerms, TERM_PREFIX } from '../../utils/terms/officeTerm';
import type { OfficeWords } from '../../utils/typos/host';
import { titlesOf } from '../../utils/typos/leaders';
import { findings } from './store';

let known: Promise<OfficeWords> | null = null;

/** The office's word list for the engine; read once, and again after it changed. */
export function officeWords(): Promise<OfficeWords> {
  known ??= load();
  return known;
}

async function load(): Promise<OfficeWords> {
  const store = await findings();
  const stop = store.subscribeAll((subjects) => {
    if (!subjects.some((subject) => subject.startsWith(TERM_PREFIX))) return;
    stop();
    known = null;
  });
  const terms = officeTerms(await store.folds(TERM_PREFIX));
  return {
    allow: terms.filter(({ role }) => role === 'allow').map(({ word }) => word),
    deny: terms
      .filter(({ role }) => role === 'deny')
      .map(({ word, right, source }) => ({ wrong: word, right, source })),
    leaders: terms
      .filter(({ role }) => role === 'leader')
      .map(({ word, right, source }) => ({ name: word, titles: titlesOf(right), source })),
  };
}
