import type { Confusions } from './confusions';
import type { ContextModel, Fit } from './context/model';
import { type Edit, Editor } from './edits';
import { describe } from './features';
import { type LanguageModel, Walker } from './language';
import { isHan } from './normalise';
import { type Reading, read } from './reading';
import { type Scorer, score } from './scorer';
import type { WordList } from './words';

/** Everything that the model file holds, ready for use. */
export interface Knowledge {
  model: LanguageModel;
  confusions: Confusions;
  context: ContextModel | null;
  words: WordList | null;
  scorer: Scorer | null;
}

/** An edit with its features and, once there is a scorer, the logit of being right. */
export interface Proposal {
  edit: Edit;
  features: number[];
  logit: number;
}

/** Of the edits of one kind on one spot, only the most gainful go on to the scorer. */
const MOST_ON_ONE_SPOT = { 'other-character': 3, 'other-word': 2, open: 1, missing: 1, extra: 1, order: 1 };

/** Characters to either side that are read again for a change of two. */
const NEAR = 20;

/** Finds and scores possible repairs of a normalised text. One per thread. */
export class Proposer {
  readonly idOf: Map<string, number>;
  private readonly walker: Walker;
  private readonly editor: Editor;
  private readonly han: Uint8Array;

  constructor(private readonly knowledge: Knowledge) {
    const { characters } = knowledge.model;
    this.idOf = new Map(characters.map((character, id) => [character, id]));
    this.han = Uint8Array.from(characters, (character) => (character !== '' && isHan(character) ? 1 : 0));
    this.walker = new Walker(knowledge.model);
    this.editor = new Editor(this.walker, knowledge.confusions, this.han);
  }

  /** Character ids of a normalised text. */
  ids(text: string): Uint16Array {
    return Uint16Array.from(text, (character) => this.idOf.get(character) ?? 0);
  }

  /** The inverse of {@link ids}. */
  textOf(ids: readonly number[]): string {
    return ids.map((id) => this.knowledge.model.characters[id]).join('');
  }

  /** All proposals for `ids`, in order of position. */
  propose(ids: Uint16Array): Proposal[] {
    const reading = read(this.walker, ids);
    const edits = this.editor.list(reading);
    const strong = strongest(edits);
    const fits = this.fits(strong, ids);
    return strong.map((edit) => this.proposal(edit, edits, reading, fits.get(edit) ?? null));
  }

  private proposal(edit: Edit, edits: Edit[], reading: Reading, fit: Fit | null): Proposal {
    let rival = 0;
    let rivals = 0;
    for (const other of edits) {
      if (other === edit || !touches(other, edit)) continue;
      rivals++;
      rival = Math.max(rival, other.gain);
    }
    const { model, words, scorer } = this.knowledge;
    const features = describe(edit, { reading, model, words, han: this.han, rival, rivals, fit });
    return { edit, features, logit: scorer ? score(scorer, features) : 0 };
  }

  /** What the context model says of each edit. */
  private fits(edits: readonly Edit[], ids: Uint16Array): Map<Edit, Fit> {
    const { context } = this.knowledge;
    const result = new Map<Edit, Fit>();
    if (!context || edits.length === 0) return result;
    const single = edits.filter(({ kind }) => kind === 'other-character' || kind === 'open');
    const places = [...new Set(single.map(({ start }) => start))].sort((a, b) => a - b);
    const judged = context.judge(ids, places);
    for (const edit of single) result.set(edit, judged.get(edit.start)!.fit(edit.replacement[0]!));
    for (const edit of edits) {
      if (edit.replacement.length === 2) result.set(edit, this.fitOfTwo(edit, ids, context));
    }
    return result;
  }

  /** Judges each of two changed characters with the other one already changed, and takes the less convincing. */
  private fitOfTwo({ start, end, replacement }: Edit, ids: Uint16Array, context: ContextModel): Fit {
    const from = Math.max(0, start - NEAR);
    const changed = ids.slice(from, end + NEAR);
    changed.set(replacement, start - from);
    const places = replacement.map((_, place) => start - from + place);
    const judged = context.judge(changed, places, (place) => ids[from + place]!);
    return places
      .map((place) => judged.get(place)!.fit(changed[place]!))
      .reduce((worst, fit) =>
        fit.candidate - fit.original < worst.candidate - worst.original ? fit : worst,
      );
  }
}

function touches(a: Edit, b: Edit): boolean {
  return a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);
}

function strongest(edits: Edit[]): Edit[] {
  const spots = new Map<string, Edit[]>();
  for (const edit of edits) {
    const spot = `${edit.start} ${edit.kind}`;
    const same = spots.get(spot);
    if (same) same.push(edit);
    else spots.set(spot, [edit]);
  }
  return [...spots.values()].flatMap((same) =>
    same.sort((a, b) => b.gain - a.gain).slice(0, MOST_ON_ONE_SPOT[same[0]!.kind]),
  );
}
