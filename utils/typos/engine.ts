import { type Sentence, say } from '../words';
import { isBare } from './bare';
import { CLOSE, QUICK } from './care';
import { areConfusable, NEAR_SOUND, SAME_SOUND, SHAPE, STROKE_CODE } from './confusions';
import { type Repair, repairs } from './decide';
import { loadKnowledge, type Thresholds } from './knowledge';
import { findLeaders, type Leader } from './leaders';
import { type Normalised, normalise } from './normalise';
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
      const certain = [...own, ...named, ...terms.find(text), ...inText(text), ...checkRules(text)];
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
  { from, to }: Normalised,
  text: string,
  thresholds: Thresholds,
): Suggestion {
  const { proposal } = repair;
  // Something missing is shown with the character before it, or there would be nothing to point at.
  const first = repair.end > repair.start || repair.start === 0 ? repair.start : repair.start - 1;
  const last = Math.max(repair.end, first + 1);
  const start = from[first]!;
  const end = to[last - 1]!;
  const kept = repair.end > repair.start ? '' : text.slice(start, end);
  const right = repair.start === 0 && kept !== '' ? repair.right + kept : kept + repair.right;
  const { logit: value } = proposal;
  const level: Level = value >= thresholds.sure ? 'sure' : value >= thresholds.likely ? 'likely' : 'hint';
  const { kind, why } = explain(proposal.edit.kind, proposal.edit.confusion, text.slice(start, end), right);
  return {
    start,
    end,
    wrong: text.slice(start, end),
    right,
    score: 1 / (1 + Math.exp(-value)),
    kind,
    level,
    why,
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

/** What looks odd inside a short quotation is mostly meant, and a bare name tells little: only the surest hits stay more than a hint. */
function doubted(suggestion: Suggestion, text: string): Suggestion {
  return suggestion.level === 'likely' && (isCoined(text, suggestion) || isBare(text, suggestion))
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
