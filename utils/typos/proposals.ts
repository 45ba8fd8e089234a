import type { Confusions } from './confusions';
import { type Edit, Editor } from './edits';
import { describe } from './features';
import { type LanguageModel, Walker } from './language';
import { isHan } from './normalise';
import { type Reading, read } from './reading';
import { type Scorer, score } from './scorer';
import type { WindowModel } from './window';

/** Everything that the model file holds, ready for use. */
export interface Knowledge {
  model: LanguageModel;
  confusions: Confusions;
  window: WindowModel | null;
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
    return strongest(edits).map((edit) => this.proposal(edit, edits, reading));
  }

  private proposal(edit: Edit, edits: Edit[], reading: Reading): Proposal {
    let rival = 0;
    let rivals = 0;
    for (const other of edits) {
      if (other === edit || !touches(other, edit)) continue;
      rivals++;
      rival = Math.max(rival, other.gain);
    }
    const { model, window, scorer } = this.knowledge;
    const fit =
      window && edit.kind !== 'extra' && edit.kind !== 'missing' ? this.fit(edit, reading, window) : null;
    const features = describe(edit, { reading, model, han: this.han, rival, rivals, fit });
    return { edit, features, logit: scorer ? score(scorer, features) : 0 };
  }

  /** Judges each changed character with the other one already changed, and takes the less convincing. */
  private fit({ start, end, replacement }: Edit, { ids }: Reading, window: WindowModel) {
    if (end - start === 1) {
      window.look(ids, start);
      return window.fit(ids[start]!, replacement[0]!);
    }
    const from = Math.max(0, start - 10);
    const changed = ids.slice(from, end + 10);
    replacement.forEach((id, place) => {
      changed[start - from + place] = id;
    });
    const fits = replacement.map((id, place) => {
      window.look(changed, start - from + place);
      return window.fit(ids[start + place]!, id);
    });
    return fits.reduce((worst, fit) =>
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
