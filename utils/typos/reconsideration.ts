import type { Care } from './care';
import { Corrections } from './corrector/corrections';
import { Proof, range } from './corrector/proof';
import type { Edit } from './edit';
import { gather } from './evidence';
import type { Knowledge, Proposal } from './proposals';
import type { Reading } from './reading';
import { score } from './scorer';
import type { Walker } from './walker';

/** The logit from which the scorer's word is enough. */
const BEYOND_DOUBT = 5.5;

/** What happens where the scorer is in doubt: the corrector reads the sentence, evidence is gathered, and the arbiter decides. */
export class Reconsideration {
  private readonly corrections: Corrections;

  constructor(
    private readonly knowledge: Knowledge,
    walker: Walker,
    /** 1 for Chinese characters, by id. */
    private readonly han: Uint8Array,
  ) {
    this.corrections = new Corrections(walker, knowledge.confusions, han);
  }

  /** What the corrector thinks of the text; null where there is nothing to ask it about. */
  proof(ids: Uint16Array, proposals: readonly Proposal[], { doubts }: Care): Proof | null {
    const { corrector, scorer, model } = this.knowledge;
    if (!corrector || !scorer || !proposals.some((proposal) => isBetween(proposal, doubts))) return null;
    // Character by character: what is unknown must keep its place.
    const text = Array.from(ids, (id) => model.characters[id] || '?');
    return new Proof(corrector, ids, text);
  }

  /** What the corrector would change, whatever the language model thinks of it: in doubtful sentences, on a close look in all. */
  ofCorrector(reading: Reading, proof: Proof, proposals: readonly Proposal[], care: Care): Edit[] {
    const known = new Set(proposals.map(({ edit }) => keyOf(edit)));
    const sentences = proposals
      .filter((proposal) => isBetween(proposal, care.doubts))
      .map(({ edit }) => proof.around(edit.start));
    const places = care.asksContext
      ? range(0, reading.ids.length)
      : new Set(sentences.flatMap(({ from, to }) => range(from, to)));
    return this.corrections.at(reading, proof, [...places]).filter((edit) => !known.has(keyOf(edit)));
  }

  /** The proposals with the arbiter's word on all that are doubtful, and on those of the corrector in any case. */
  decided(
    { ids, logs }: Reading,
    proposals: readonly Proposal[],
    ofCorrector: readonly Proposal[],
    proof: Proof | null,
    { doubts }: Care,
  ): Proposal[] {
    const { scorer, arbiter } = this.knowledge;
    const all = [...proposals, ...ofCorrector].sort((a, b) => a.edit.start - b.edit.start);
    if (!scorer) return all;
    const scene = { ids, han: this.han, logs, proof };
    return all.map((proposal) => {
      if (!isBetween(proposal, doubts) && !ofCorrector.includes(proposal)) return proposal;
      const evidence = gather(scene, proposal, all);
      return { ...proposal, evidence, logit: arbiter ? score(arbiter, evidence) : proposal.logit };
    });
  }
}

/** True for what may be right and is not beyond doubt. */
function isBetween({ logit }: Proposal, least: number): boolean {
  return logit >= least && logit <= BEYOND_DOUBT;
}

function keyOf({ start, end, replacement }: Edit): string {
  return `${start} ${end} ${replacement.join(' ')}`;
}
