import { type Care, CLOSE, QUICK } from '../../utils/typos/care';
import { changedText, type Edit } from '../../utils/typos/edit';
import type { Proposal, Proposer } from '../../utils/typos/proposals';
import type { Slip, Spoiler, Spoilt } from './noise';
import type { Example } from './train';

/** How often a spoilt sentence is shown with some of its errors repaired already, as a second look meets it. */
const HALF_REPAIRED = 0.45;

/** What is shorter tells nothing (characters). */
const SHORTEST = 5;

/** How often only a clause of a sentence is shown, without its end: pages are full of headings and names. */
const CLAUSES = 0.2;

/** How many sentences are looked at quickly: one scorer serves both ways of looking. */
const QUICKLY = 0.7;

/** The quick look, but scorer and arbiter hear of more than they are asked about: they decide better for it. */
export const QUICK_AND_WIDE: Care = { ...QUICK, rough: 23, doubts: -2.5 };

/** Spoils held-out sentences (about half of them) and labels every proposal that they call forth and that `tells` something. */
export function makeExamples(
  sentences: string[],
  proposer: Proposer,
  spoiler: Spoiler,
  random: () => number,
  tells: (proposal: Proposal) => number[] | null,
): Example[] {
  const examples: Example[] = [];
  for (const sentence of sentences) {
    const ids = proposer.ids(random() < CLAUSES ? clauseOf(sentence, random) : sentence);
    if (ids.length < SHORTEST) continue;
    const dice = random();
    const whole = {
      ...spoiler.spoil(ids, dice < 0.45 ? 0 : dice < 0.75 ? 1 : dice < 0.93 ? 2 : 4),
      mended: [],
    };
    const spoilt = random() < HALF_REPAIRED ? halfRepaired(whole, random) : whole;
    const care = random() < QUICKLY ? QUICK_AND_WIDE : CLOSE;
    for (const proposal of proposer.propose(spoilt.ids, care, spoilt.mended)) {
      const features = tells(proposal);
      if (features) examples.push({ features, right: repairs(proposal.edit, spoilt) ? 1 : 0, real: false });
    }
  }
  return examples;
}

/** Any one clause of a sentence. */
function clauseOf(sentence: string, random: () => number): string {
  const clauses = sentence.split(/[,，;；:：。！？!?]/).filter(({ length }) => length >= SHORTEST);
  return clauses[Math.floor(random() * clauses.length)] ?? sentence;
}

/** A spoilt sentence some of whose errors are repaired, and where these were. */
interface Mended extends Spoilt {
  mended: number[];
}

/** Repairs each error as a throw of the dice has it; of two characters that went wrong together sometimes only one. */
export function halfRepaired({ ids, slips }: Spoilt, random: () => number): Mended {
  const result: number[] = [];
  const left: Slip[] = [];
  const mended: number[] = [];
  let at = 0;
  for (const slip of slips) {
    result.push(...ids.subarray(at, slip.start));
    at = slip.end;
    const wrong = [...ids.subarray(slip.start, slip.end)];
    const start = result.length;
    const both = slip.kind === 'word' && random() < 0.6;
    const fixed = both ? Math.floor(random() * 2) : null;
    if (fixed !== null) {
      // Only one of the two is repaired.
      result.push(...wrong);
      result[start + fixed] = slip.right[fixed]!;
      mended.push(start + fixed);
      const rest = start + 1 - fixed;
      if (wrong[1 - fixed] !== slip.right[1 - fixed])
        left.push({ start: rest, end: rest + 1, right: [slip.right[1 - fixed]!], kind: slip.kind });
    } else if (random() < 0.5) {
      mended.push(...(slip.right.length === 0 ? [start] : slip.right.map((_, place) => start + place)));
      result.push(...slip.right);
    } else {
      left.push({ ...slip, start, end: start + wrong.length });
      result.push(...wrong);
    }
  }
  result.push(...ids.subarray(at));
  return { ids: Uint16Array.from(result), slips: left, mended };
}

/**
 * True when the edit undoes one slip exactly, whichever way it is spelt (of two doubled characters either may go), or sets
 * right one of two characters that went wrong together.
 */
export function repairs(edit: Edit, { ids, slips }: Spoilt): boolean {
  return slips.some(
    (slip) =>
      (Math.abs(slip.start - edit.start) <= 2 &&
        same(changedText(ids, edit), changedText(ids, { ...slip, replacement: slip.right }))) ||
      repairsOne(edit, slip),
  );
}

function repairsOne({ start, end, replacement }: Edit, slip: Slip): boolean {
  return (
    slip.kind === 'word' &&
    end === start + 1 &&
    replacement.length === 1 &&
    start >= slip.start &&
    end <= slip.end &&
    replacement[0] === slip.right[start - slip.start]
  );
}

function same(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

/** Examples as float32: how many features each has, and then for each whether it is right, whether it is real, and its features. */
export function packExamples(examples: readonly Example[]): Uint8Array {
  const width = examples[0]?.features.length ?? 0;
  const values = new Float32Array(1 + examples.length * (width + 2));
  values[0] = width;
  examples.forEach(({ features, right, real }, at) => {
    values.set([right, real ? 1 : 0, ...features], 1 + at * (width + 2));
  });
  return new Uint8Array(values.buffer);
}

/** The inverse of {@link packExamples}. */
export function unpackExamples(bytes: Uint8Array): Example[] {
  const values = new Float32Array(bytes.slice().buffer);
  const row = values[0]! + 2;
  return Array.from({ length: (values.length - 1) / row }, (_, at) => ({
    right: values[1 + at * row] === 1 ? 1 : 0,
    real: values[2 + at * row] === 1,
    features: Array.from(values.subarray(3 + at * row, 1 + (at + 1) * row)),
  }));
}
