import { isBare, isInWord } from './bare';
import { CLOSE, QUICK } from './care';
import { areConfusable } from './confusions';
import { repairs } from './decide';
import { loadKnowledge } from './knowledge';
import { findLeaders, type Leader } from './leaders';
import { isFigure, keepsComing } from './meant';
import { normalise } from './normalise';
import { isPlaceName } from './placeName';
import { Proposer } from './proposals';
import { isCoined } from './quoted';
import { checkRules } from './rules/rules';
import { ofIdiom, ofRepair } from './shown';
import { isSpacedOut } from './spaced';
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

/** What stands for something quite different: in the place of figures and marks (…… → 工作) that tells nothing. */
const WORDY: readonly Kind[] = ['context', 'word'];

/** Makes the typo engine from the bytes of `public/models/typos.bin`. Throws when they are not a model. */
export function createEngine(modelBytes: Uint8Array, options: EngineOptions = {}): Engine {
  const knowledge = loadKnowledge(modelBytes);
  const proposer = new Proposer(knowledge);
  const alike = (one: string, other: string): boolean =>
    areConfusable(knowledge.confusions, proposer.idOf.get(one), proposer.idOf.get(other));
  const builtIn = new TermTable(TERMS);
  const terms = new TermTable(options.terms ?? []);
  const isWord = (word: string): boolean => knowledge.words?.has(proposer.ids(word), 0, word.length) ?? false;
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
        ...idioms.map((slip) => ofIdiom(slip, proposer, normalised, text)),
      ];
      const shown = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
      const care = least < knowledge.thresholds.likely ? CLOSE : QUICK;
      const guessed = repairs(proposer, normalised.text, least, care)
        .map((repair) => ofRepair(repair, normalised, text, knowledge.thresholds))
        .filter(({ kind, wrong }) => !WORDY.includes(kind) || /^\p{Script=Han}+$/u.test(wrong))
        .map((suggestion) =>
          isDoubtful(suggestion, text, isWord) ? { ...suggestion, level: 'hint' as const } : suggestion,
        )
        .filter((suggestion) => !isFigure(suggestion))
        .filter((suggestion) => suggestion.level === 'sure' || !keepsComing(suggestion, text, isWord))
        .filter((suggestion) => threshold !== undefined || shown.includes(suggestion.level));
      const all = [...certain.filter((suggestion) => shown.includes(suggestion.level)), ...guessed];
      const names = [...allow, ...leaders.map(({ name }) => name)];
      return withoutOverlaps(
        all.filter((suggestion) => named.includes(suggestion) || !touchesAny(suggestion, text, names)),
      );
    },
  };
}

/**
 * What looks odd inside a short quotation is mostly meant, a bare name and what is laid out with blanks tell little, a place may be called like another one that only
 * looks alike, and characters that make a word seldom changed places (作工 → 工作): only the surest hits stay more than a hint, and
 * in a bare name only those of what is no word as it stands (司法公证 may well be meant).
 */
function isDoubtful(suggestion: Suggestion, text: string, isWord: (word: string) => boolean): boolean {
  const { kind, wrong, level } = suggestion;
  if (level === 'sure') return isBare(text, suggestion) && isInWord(text, suggestion, isWord);
  const named = ['shape', 'context'].includes(kind) && isPlaceName(text, suggestion);
  const turned = kind === 'order' && isWord(wrong);
  return (
    named || turned || isCoined(text, suggestion) || isBare(text, suggestion) || isSpacedOut(text, suggestion)
  );
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
