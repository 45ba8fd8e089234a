import { type Sentence, say } from '../words';
import { isBare } from './bare';
import { CLOSE, QUICK } from './care';
import { areConfusable, NEAR_SOUND, SAME_SOUND, SHAPE, STROKE_CODE } from './confusions';
import { type Repair, repairs } from './decide';
import type { IdiomSlip } from './idioms/idioms';
import { loadKnowledge, type Thresholds } from './knowledge';
import { findLeaders, type Leader } from './leaders';
import { type Normalised, normalise } from './normalise';
import { isPlaceName } from './placeName';
import { Proposer } from './proposals';
import { isCoined } from './quoted';
import { checkRules } from './rules/rules';
import { type Kind, LEVELS, type Level, type Suggestion } from './suggestion';
import { spansWords } from './terms/boundary';
import { type Term, TermTable } from './terms/table';
import { TERMS } from './terms/words';

export interface EngineOptions {
  /** The office's own terms, checked beside the built-in ones. */
  terms?: readonly Term[];
}

export interface CheckOptions {
  /** Suggestions of this level and surer ones; 疑似 (`likely`) unless said. */
  level?: Level;
  /** Instead of a level: the least probability, 0 to 1, for what the model suggests. */
  threshold?: number;
  /** Words that are right (names!): nothing that touches one is suggested. */
  allow?: readonly string[];
  /** Wrong words and what they should read: always suggested, as sure. */
  deny?: readonly Term[];
  /** Leaders with their posts: names are held to be right, posts and names are compared. */
  leaders?: readonly Leader[];
}

export interface Engine {
  /** All suggestions for a text, in order of position and not overlapping. */
  check(text: string, options?: CheckOptions): Suggestion[];
}

/** Seen this often with the same neighbours, an odd spelling is meant (a name, a term of the trade). */
const MEANT_FROM = 3;

/** Makes the typo engine from the bytes of `public/models/typos.bin`. Throws when they are not a model. */
export function createEngine(modelBytes: Uint8Array, options: EngineOptions = {}): Engine {
  const knowledge = loadKnowledge(modelBytes);
  const proposer = new Proposer(knowledge);
  const alike = (one: string, other: string): boolean =>
    areConfusable(knowledge.confusions, proposer.idOf.get(one), proposer.idOf.get(other));
  const builtIn = new TermTable(TERMS);
  const terms = new TermTable(options.terms ?? []);
  const inText = (text: string): Suggestion[] =>
    builtIn
      .find(text)
      .filter((found) => !knowledge.words || !spansWords(knowledge.words, proposer, text, found));
  return {
    check(text, { level = 'likely', threshold, allow = [], deny = [], leaders = [] } = {}) {
      const least = threshold === undefined ? knowledge.thresholds[level] : logit(threshold);
      const normalised = normalise(text);
      const own = deny.length > 0 ? new TermTable(deny).find(text) : [];
      const named = findLeaders(text, leaders, alike);
      const idioms = knowledge.idioms?.find(proposer.ids(normalised.text)) ?? [];
      const certain = [
        ...own,
        ...named,
        ...terms.find(text),
        ...inText(text),
        ...checkRules(text),
        ...idioms.map((slip) => idiomSuggestion(slip, proposer, normalised, text)),
      ];
      const shown = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
      const care = least < knowledge.thresholds.likely ? CLOSE : QUICK;
      const guessed = repairs(proposer, normalised.text, least, care)
        .map((repair) => asSuggestion(repair, normalised, text, knowledge.thresholds))
        .filter(({ kind, wrong }) => kind !== 'context' || /^\p{Script=Han}+$/u.test(wrong))
        .map((suggestion) => doubted(suggestion, text))
        .filter((suggestion) => suggestion.level === 'sure' || !meant(suggestion, text))
        .filter((suggestion) => threshold !== undefined || shown.includes(suggestion.level));
      const all = [...certain.filter((suggestion) => shown.includes(suggestion.level)), ...guessed];
      const names = [...allow, ...leaders.map(({ name }) => name)];
      return withoutOverlaps(
        all.filter((suggestion) => named.includes(suggestion) || !touchesAny(suggestion, text, names)),
      );
    },
  };
}

function asSuggestion(
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
function idiomSuggestion(
  { start: first, idiom, level }: IdiomSlip,
  proposer: Proposer,
  { from, to }: Normalised,
  text: string,
): Suggestion {
  const start = from[first]!;
  const end = to[first + idiom.length - 1]!;
  const right = proposer.textOf([...idiom]);
  return {
    start,
    end,
    wrong: text.slice(start, end),
    right,
    score: level === 'sure' ? 1 : 0.9,
    kind: 'phrase',
    level: isCoined(text, { start, end }) || isBare(text, { start, end }) ? 'hint' : level,
    why: say('typos.why.idiom', right),
  };
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

/**
 * What looks odd inside a short quotation is mostly meant, a bare name tells little, and a place may be called like another one that
 * only looks alike: only the surest hits stay more than a hint.
 */
function doubted(suggestion: Suggestion, text: string): Suggestion {
  if (suggestion.level !== 'likely') return suggestion;
  const named = ['shape', 'context'].includes(suggestion.kind) && isPlaceName(text, suggestion);
  return named || isCoined(text, suggestion) || isBare(text, suggestion)
    ? { ...suggestion, level: 'hint' }
    : suggestion;
}

/** The same characters with the same neighbours several times in one text are no slip. */
function meant({ start, end }: Suggestion, text: string): boolean {
  const around = text.slice(Math.max(0, start - 1), end + 1);
  return around.length > 2 && text.split(around).length - 1 >= MEANT_FROM;
}

function touchesAny({ start, end }: Suggestion, text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    for (let at = text.indexOf(word, Math.max(0, start - word.length + 1)); at >= 0 && at < end; ) {
      if (at + word.length > start) return true;
      at = text.indexOf(word, at + 1);
    }
    return false;
  });
}

/** Of suggestions that overlap the earlier in the list wins: rules are listed before the model. */
function withoutOverlaps(suggestions: Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  for (const one of suggestions) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function logit(probability: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(inside / (1 - inside));
}
