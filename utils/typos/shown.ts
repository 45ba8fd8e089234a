import { type Sentence, say } from '../words';
import { isBare } from './bare';
import { NEAR_SOUND, SAME_SOUND, SHAPE, STROKE_CODE } from './confusions';
import type { Repair } from './decide';
import type { IdiomSlip } from './idioms/idioms';
import type { Thresholds } from './knowledge';
import type { Normalised } from './normalise';
import type { Proposer } from './proposals';
import { isCoined } from './quoted';
import { found } from './rules/found';
import type { Kind, Level, Suggestion } from './suggestion';

/** What the reader is shown of a repair of the normalised text. */
export function ofRepair(
  repair: Repair,
  normalised: Normalised,
  text: string,
  thresholds: Thresholds,
): Suggestion {
  const { proposal } = repair;
  const { start, end, right } = shown(repair, normalised, text);
  const wrong = text.slice(start, end);
  const { logit: value } = proposal;
  const level: Level = value >= thresholds.sure ? 'sure' : value >= thresholds.likely ? 'likely' : 'hint';
  const { kind, why } = explain(proposal.edit.kind, proposal.edit.confusion, wrong, right);
  return { start, end, wrong, right, score: 1 / (1 + Math.exp(-value)), kind, level, why };
}

/**
 * What a repair points at in the text, and what it puts there. Something missing is shown with the character before it, or there
 * would be nothing to point at; something superfluous with as much as follows it, or there would be nothing to put there: 作作 → 作.
 */
function shown(
  { start, end, right }: Repair,
  { text: plain, from, to }: Normalised,
  text: string,
): Pick<Suggestion, 'start' | 'end' | 'right'> {
  const within = (first: number, last: number): string => text.slice(from[first]!, to[last - 1]!);
  const stretch = (
    first: number,
    last: number,
    reads: string,
  ): Pick<Suggestion, 'start' | 'end' | 'right'> => ({
    start: from[first]!,
    end: to[last - 1]!,
    right: reads,
  });
  if (end === start) {
    const [first, last] = start === 0 ? [0, 1] : [start - 1, start];
    const kept = within(first, last);
    return stretch(first, last, start === 0 ? right + kept : kept + right);
  }
  if (right !== '') return stretch(start, end, right);
  const behind = Math.min(plain.length, 2 * end - start);
  if (behind > end) return stretch(start, behind, within(end, behind));
  return start > 0 ? stretch(start - 1, end, within(start - 1, start)) : stretch(start, end, '');
}

/** A pun on an idiom stands in quotation marks, or alone as the name of a column: no more than a hint there. */
export function ofIdiom(
  { start: first, idiom, level }: IdiomSlip,
  proposer: Proposer,
  { from, to }: Normalised,
  text: string,
): Suggestion {
  const right = proposer.textOf([...idiom]);
  const [start, end] = [from[first]!, to[first + idiom.length - 1]!];
  const suggestion = found(text, start, end, right, 'phrase', say('typos.why.idiom', right), level);
  return isCoined(text, suggestion) || isBare(text, suggestion)
    ? { ...suggestion, level: 'hint' }
    : suggestion;
}

function explain(
  edit: string,
  confusion: number,
  wrong: string,
  right: string,
): { kind: Kind; why: Sentence } {
  if (edit === 'extra') return { kind: 'extra', why: say('typos.why.extra', wrong) };
  if (edit === 'missing') return { kind: 'missing', why: say('typos.why.missing', right) };
  if (edit === 'order') return { kind: 'order', why: say('typos.why.order', wrong, right) };
  if (edit === 'other-word') return { kind: 'word', why: say('typos.why.word', wrong, right) };
  if (confusion & SAME_SOUND) return { kind: 'sound', why: say('typos.why.sound', wrong, right) };
  if (confusion & NEAR_SOUND) return { kind: 'sound', why: say('typos.why.nearSound', wrong, right) };
  if (confusion & SHAPE) return { kind: 'shape', why: say('typos.why.shape', wrong, right) };
  if (confusion & STROKE_CODE) return { kind: 'shape', why: say('typos.why.strokeCode', wrong, right) };
  return { kind: 'context', why: say('typos.why.context', right) };
}
