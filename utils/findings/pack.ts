import type { Entry } from './entry';

/** How many entries, and about how many characters of them, lie in one record. */
const ENTRIES = 200;
const CHARS = 400_000;

/**
 * Entries that arrived together, as one record: the browser takes as long to put one entry into IndexedDB as two hundred.
 * Only what an endpoint or a file holds as well is packed. A pack is never changed, and an entry never moves into one.
 */
export interface Pack {
  /** What the entries are about, each once. */
  subjects: string[];
  /** Per subject, the JSON of its entries. */
  texts: string[];
  ids: string[];
}

/** Packs entries, those about one subject together. */
export function packsOf(entries: Iterable<Entry>): Pack[] {
  const packs: Pack[] = [];
  let chars = 0;
  // As they came, which is about the order in which lists and exports ask for them.
  for (const [subject, group] of bySubject(entries)) {
    let pack = packs.at(-1);
    if (!pack || pack.ids.length >= ENTRIES || chars >= CHARS) {
      pack = { subjects: [], texts: [], ids: [] };
      packs.push(pack);
      chars = 0;
    }
    const text = JSON.stringify(group);
    pack.subjects.push(subject);
    pack.texts.push(text);
    for (const { _id } of group) pack.ids.push(_id);
    chars += text.length;
  }
  return packs;
}

/** The entries of a pack, or those about subjects that pass. */
export function unpacked(pack: Pack, wanted: (subject: string) => boolean = () => true): Entry[] {
  return pack.texts.flatMap((text, at) => (wanted(pack.subjects[at]!) ? (JSON.parse(text) as Entry[]) : []));
}

/** Entries by what they are about, each subject in the order in which it first occurs. */
export function bySubject(entries: Iterable<Entry>): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.finding);
    if (group) group.push(entry);
    else groups.set(entry.finding, [entry]);
  }
  return groups;
}
