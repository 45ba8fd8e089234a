import type { Sentence } from '../../words';
import type { Kind, Level, Suggestion } from '../suggestion';

/** A suggestion for `text.slice(start, end)` from a rule. */
export function found(
  text: string,
  start: number,
  end: number,
  right: string,
  kind: Kind,
  why: Sentence,
  level: Level = 'sure',
): Suggestion {
  return {
    start,
    end,
    wrong: text.slice(start, end),
    right,
    score: level === 'sure' ? 1 : 0.9,
    kind,
    level,
    why,
  };
}
