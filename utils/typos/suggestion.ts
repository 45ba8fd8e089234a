import type { Sentence } from '../words';

/** 确定 (terms, and the surest of the model) · 疑似 (shown by default) · 提示 (only in 细查). */
export type TypoLevel = 'certain' | 'likely' | 'hint';

/** One suspected typo in a text. */
export interface Suggestion {
  /** UTF-16 offsets into the text that was given. */
  start: number;
  end: number;
  wrong: string;
  right: string;
  /** 0–1, how sure. */
  score: number;
  /** What sort of slip: same sound, look-alike, doubled, dropped, swapped, a term rule … */
  kind: string;
  level: TypoLevel;
  /** One sentence for the reviewer. */
  why: Sentence;
}
