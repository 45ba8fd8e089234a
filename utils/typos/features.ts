import { NEAR_SOUND, SAME_SOUND, SAME_TONE, SHAPE, STROKE_CODE } from './confusions';
import type { Fit } from './context/judgement';
import { around, type Edit } from './edit';
import { costAfter, type LanguageModel } from './language';
import type { Reading } from './reading';
import type { WordList } from './words';

/** How far the look around a change goes, for how strange the neighbourhood reads anyway. */
const AROUND = 12;

/** More repairs than this in a sentence tell no more. */
const MOST_MENDED = 3;

/** Where the description has what the context model says, and what stands there when it says nothing. */
const FIT = 35;
const NOTHING_FITS: readonly number[] = [0, 0, 0, 0];

/** What stands around an edit, beyond the edit itself. */
export interface Surroundings {
  reading: Reading;
  model: LanguageModel;
  han: Uint8Array;
  /** Gain of the best other edit that touches the same characters. */
  rival: number;
  /** Edits that touch the same characters. */
  rivals: number;
  words: WordList | null;
  /** Places of the text that were repaired before it was read. */
  mended: readonly number[];
}

/** Describes an edit to the scorer, all but what the context model says; the order is that of the trained weights. */
export function describe(
  edit: Edit,
  { reading, model, words, han, rival, rivals, mended }: Surroundings,
): number[] {
  const { ids, logs } = reading;
  const { start, end, replacement } = edit;
  const old = ids[start] ?? 1;
  const fresh = replacement[0] ?? 0;
  const left = ids[start - 1] ?? 1;
  const right = ids[end] ?? 1;
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    Math.min(edit.gain, 30),
    Math.min(edit.gainInside, 20),
    edit.gain - edit.gainInside,
    edit.before / Math.max(1, edit.span),
    edit.after / Math.max(1, edit.span - (end - start) + replacement.length),
    edit.after,
    edit.longestBefore,
    edit.longestAfter,
    edit.touchingBefore,
    edit.touchingAfter,
    model.cost[old]!,
    model.cost[fresh]!,
    flag((edit.confusion & SAME_SOUND) > 0),
    flag((edit.confusion & SAME_TONE) > 0),
    flag((edit.confusion & NEAR_SOUND) > 0),
    flag((edit.confusion & SHAPE) > 0),
    flag((edit.confusion & STROKE_CODE) > 0),
    edit.likeness,
    flag(edit.kind === 'other-word'),
    flag(edit.kind === 'extra'),
    flag(edit.kind === 'missing'),
    flag(edit.kind === 'order'),
    flag(edit.kind === 'open'),
    Math.min(edit.gain - rival, 20),
    Math.min(rivals, 8),
    mean(logs, start - AROUND, start),
    mean(logs, start - 2, start),
    mean(logs, start + edit.span, start + edit.span + AROUND),
    bigram(model, left, fresh) - bigram(model, left, old),
    bigram(model, replacement[replacement.length - 1] ?? left, right) -
      bigram(model, ids[end - 1] ?? left, right),
    flag(left === 1),
    flag(right === 1),
    flag(!han[left]),
    flag(!han[right]),
    Math.min(ids.length, 60),
    ...NOTHING_FITS,
    flag(old === left || old === right),
    flag(fresh === left || fresh === right),
    ...(words ? parted(words, edit, ids) : [0, 0, 0, 0, 0]),
    // Errors seldom come alone, least of all beside each other: the wrong word was picked, the scan was bad.
    Math.min(mended.length, MOST_MENDED),
    nearness(edit, mended),
    // What stands elsewhere in the text too is meant, and what should stand here may stand there.
    ...[
      [left, old],
      [old, right],
      [left, fresh],
      [replacement[replacement.length - 1] ?? left, right],
    ].map(([one, two]) => flag(han[one!] === 1 && han[two!] === 1 && elsewhere(ids, edit, one!, two!))),
  ];
}

/** The same description with what the context model says. */
export function withFit(features: readonly number[], { original, candidate, best }: Fit): number[] {
  return features.toSpliced(
    FIT,
    NOTHING_FITS.length,
    candidate - original,
    original,
    candidate,
    candidate - best,
  );
}

/** How the change looks to the dictionary: what the words gain, and the word over the change before and after. */
function parted(words: WordList, edit: Edit, ids: Uint16Array): number[] {
  const { from, before, after } = around(ids, edit);
  const old = words.over(before, Math.min(edit.start - from, before.length - 1));
  const fresh = words.over(after, Math.min(edit.start - from, after.length - 1));
  const gain = words.gain(before, after);
  return [Math.max(-15, Math.min(gain, 25)), old.length, old.cost, fresh.length, fresh.cost];
}

/** True when the two characters stand side by side outside the edit and its neighbours. */
function elsewhere(ids: Uint16Array, { start, end }: Edit, one: number, two: number): boolean {
  for (let at = ids.indexOf(one); at >= 0; at = ids.indexOf(one, at + 1))
    if (ids[at + 1] === two && (at + 1 < start - 1 || at > end)) return true;
  return false;
}

/** 1 on or right beside a repair, less and less further away; 0 when nothing was repaired. */
function nearness({ start, end }: Edit, mended: readonly number[]): number {
  const near = (place: number): number => 1 / Math.max(1, start - place, place - end + 1);
  return mended.reduce((most, place) => Math.max(most, near(place)), 0);
}

function mean(values: Float32Array, from: number, to: number): number {
  const start = Math.max(0, from);
  const end = Math.min(values.length, to);
  if (end <= start) return 0;
  let sum = 0;
  for (let at = start; at < end; at++) sum += values[at]!;
  return sum / (end - start);
}

/** `-cost` of `next` after `first` alone; the unigram's and more when they were never seen so. */
function bigram(model: LanguageModel, first: number, next: number): number {
  const seen = costAfter(model, first, next);
  return -(seen < 255 ? seen : model.cost[next]! + 10);
}
