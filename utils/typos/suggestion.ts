import type { Sentence } from '../words';

/** How sure a suggestion is: 确定, 疑似 (shown by default) or 提示 (only when looking closely). */
export type Level = 'sure' | 'likely' | 'hint';

export const LEVELS: readonly Level[] = ['sure', 'likely', 'hint'];

/** Where a suggestion comes from: the language model (first line) or a rule. */
export type Kind =
  | 'sound'
  | 'shape'
  | 'word'
  | 'extra'
  | 'missing'
  | 'order'
  | 'context'
  | 'term'
  | 'variant'
  | 'phrase'
  | 'place'
  | 'punctuation'
  | 'date'
  | 'sum';

/** Something in a text that is probably wrong. */
export interface Suggestion {
  /** UTF-16 offsets into the text that was checked. */
  start: number;
  end: number;
  wrong: string;
  /** What it should read; empty when only a person can tell. */
  right: string;
  /** Probability of being right, 0 to 1. */
  score: number;
  kind: Kind;
  level: Level;
  why: Sentence;
}
