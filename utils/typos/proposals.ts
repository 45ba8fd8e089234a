import { type Care, QUICK } from './care';
import type { Confusions } from './confusions';
import type { Fit, Judgement } from './context/judgement';
import type { ContextModel } from './context/model';
import type { Corrector } from './corrector/model';
import { type Edit, gapBetween, isSingle } from './edit';
import { Editor } from './edits';
import { describe, withFit } from './features';
import { Foresight } from './foresight';
import type { LanguageModel } from './language';
import { isHan } from './normalise';
import { Pairs } from './pairs';
import { type Reading, read } from './reading';
import { Reconsideration } from './reconsideration';
import { type Scorer, score } from './scorer';
import { Walker } from './walker';
import type { WordList } from './words';

/** Everything that the model file holds, ready for use. */
export interface Knowledge {
  model: LanguageModel;
  confusions: Confusions;
  context: ContextModel | null;
  words: WordList | null;
  scorer: Scorer | null;
  /** Reads a doubtful sentence once more, with more thought. */
  corrector: Corrector | null;
  /** Has the last word on what {@link Knowledge.scorer} is in doubt about. */
  arbiter: Scorer | null;
}

/** An edit with its features and, once there is a scorer, the logit of being right. */
export interface Proposal {
  edit: Edit;
  features: number[];
  logit: number;
  /** What the arbiter is told, when the scorer is in doubt. */
  evidence: number[] | null;
}

/** An edit with all its features but what the context model says. */
type Described = Pick<Proposal, 'edit' | 'features'>;

/** The best that the context model can say: what stands there is out of the question, and nothing fits better than the change. */
const HOPED: Fit = { original: -8, candidate: 0, best: 0 };

/** Of the edits of one kind on one spot, only the most gainful go on to the scorer. */
const MOST_ON_ONE_SPOT = { 'other-character': 3, 'other-word': 2, open: 1, missing: 1, extra: 1, order: 1 };

/** Characters to either side that are read again for a change of two. */
const NEAR = 20;

/** Finds and scores possible repairs of a normalised text. One per thread. */
export class Proposer {
  readonly idOf: Map<string, number>;
  private readonly walker: Walker;
  private readonly pairs: Pairs;
  private readonly foresight: Foresight;
  private readonly reconsideration: Reconsideration;
  private readonly editor: Editor;
  private readonly han: Uint8Array;

  constructor(private readonly knowledge: Knowledge) {
    const { characters } = knowledge.model;
    this.idOf = new Map(characters.map((character, id) => [character, id]));
    this.han = Uint8Array.from(characters, (character) => (character !== '' && isHan(character) ? 1 : 0));
    this.pairs = new Pairs(knowledge.model);
    this.walker = new Walker(knowledge.model, this.pairs);
    this.editor = new Editor(this.walker, knowledge.confusions, this.pairs, this.han);
    this.foresight = new Foresight(this.walker, knowledge.confusions);
    this.reconsideration = new Reconsideration(knowledge, this.walker, this.han);
  }

  /** Character ids of a normalised text. */
  ids(text: string): Uint16Array {
    return Uint16Array.from(text, (character) => this.idOf.get(character) ?? 0);
  }

  /** The inverse of {@link ids}. */
  textOf(ids: readonly number[]): string {
    return ids.map((id) => this.knowledge.model.characters[id]).join('');
  }

  /** All proposals for `ids`, in order of position; `mended` are places that were repaired before. */
  propose(ids: Uint16Array, care: Care = QUICK, mended: readonly number[] = []): Proposal[] {
    const reading = read(this.walker, this.pairs, ids);
    const listed = this.editor.list(reading, care);
    const judged = care.asksContext ? this.judgedFirst(reading, listed, care) : new Map<number, Judgement>();
    const own = this.foreseen(reading, listed, judged, care);
    const known = [...listed, ...own];
    const described = (some: Edit[], edits: Edit[]): Described[] =>
      some.map((edit) => ({ edit, features: this.describe(edit, edits, reading, mended) }));
    const hopeful = described([...strongest(listed), ...own], known).filter((one) =>
      this.isHopeful(one, care),
    );
    const first = this.proposals(hopeful, ids, judged);
    const proof = this.reconsideration.proof(ids, first, care);
    const fresh = proof ? this.reconsideration.ofCorrector(reading, proof, first, care) : [];
    const second = this.proposals(described(fresh, [...known, ...fresh]), ids, judged);
    return this.reconsideration.decided(reading, first, second, proof, care);
  }

  /** What the context model says of every doubtful place, on a close look. */
  private judgedFirst(reading: Reading, listed: Edit[], care: Care): Map<number, Judgement> {
    const { context } = this.knowledge;
    if (!context) return new Map();
    const found = listed.filter(isSingle).map(({ start }) => start);
    const { places, open } = this.editor.doubtful(reading, care);
    const asked = [...new Set([...places, ...found])];
    return context.judge(reading.ids, asked, undefined, (place) => open.has(place));
  }

  /** What the context model would rather read; beyond sound- and look-alikes only where nothing listed says the same. */
  private foreseen(
    reading: Reading,
    listed: Edit[],
    judged: ReadonlyMap<number, Judgement>,
    { asksContext }: Care,
  ): Edit[] {
    const at = new Map<number, Set<number>>();
    for (const { start, replacement } of listed.filter(isSingle))
      at.set(start, (at.get(start) ?? new Set()).add(replacement[0]!));
    return [...judged].flatMap(([place, judgement]) => {
      const known = at.get(place) ?? new Set();
      const alike = asksContext ? this.foresight.alike(reading, place, judgement, known) : [];
      const stranger = this.foresight.stranger(reading, place, judgement);
      return stranger && !known.has(stranger.replacement[0]!) ? [...alike, stranger] : alike;
    });
  }

  private describe(edit: Edit, edits: Edit[], reading: Reading, mended: readonly number[]): number[] {
    let rival = 0;
    let rivals = 0;
    for (const other of edits) {
      if (other === edit || gapBetween(other, edit) > 0) continue;
      rivals++;
      rival = Math.max(rival, other.gain);
    }
    const { model, words } = this.knowledge;
    return describe(edit, { reading, model, words, han: this.han, rival, rivals, mended });
  }

  /** Whether it would be worth a second thought if the context model said the best that it can: most changes would not. */
  private isHopeful({ edit, features }: Described, { doubts }: Care): boolean {
    const { scorer, context } = this.knowledge;
    if (!scorer || !context) return true;
    return score(scorer, hasFit(edit) ? withFit(features, HOPED) : features) >= doubts;
  }

  /** Asks the context model about what it was not asked before, and scores. */
  private proposals(some: Described[], ids: Uint16Array, judged: Map<number, Judgement>): Proposal[] {
    const { scorer, context } = this.knowledge;
    const places = some.filter(({ edit }) => isSingle(edit)).map(({ edit }) => edit.start);
    const asked = [...new Set(places)].filter((place) => !judged.has(place));
    if (context && asked.length > 0)
      for (const [place, judgement] of context.judge(ids, asked)) judged.set(place, judgement);
    return some.map(({ edit, features: blind }) => {
      const features = context && hasFit(edit) ? withFit(blind, this.fit(edit, ids, judged, context)) : blind;
      return { edit, features, logit: scorer ? score(scorer, features) : 0, evidence: null };
    });
  }

  private fit(
    edit: Edit,
    ids: Uint16Array,
    judged: ReadonlyMap<number, Judgement>,
    context: ContextModel,
  ): Fit {
    return isSingle(edit)
      ? judged.get(edit.start)!.fit(edit.replacement[0]!)
      : this.fitOfTwo(edit, ids, context);
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

/** Whether the context model can be asked how well the change fits. */
function hasFit(edit: Edit): boolean {
  return isSingle(edit) || edit.replacement.length === 2;
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
