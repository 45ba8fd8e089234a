import type { ConsultationCase } from './fold';

/** The stage or the years at the end of a draft's name, which the title of its result need not repeat. */
const tail = /(?:[（(][^（）()]*[）)])+$/u;

/** What to type into a site's search to find a consultation's result: the name inside 《…》, else the whole title. */
export function searchWords({ names, title }: Pick<ConsultationCase, 'names' | 'title'>): string {
  const [name] = names;
  return name ? name.text.replace(tail, '').trim() || name.text : title;
}
