import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { ALSO_RIGHT, PHRASES } from './setPhrases';

const RIGHT = [...PHRASES, ...ALSO_RIGHT];

/** Characters of a phrase that find it again when the slip is in its other half. */
const ANCHOR = 3;

/** Words that a sentence may put into a set phrase or leave out of it: no slip. */
const PARTICLES = ['', '的', '和', '与', '等', '是', '之', '及', '同'];

interface Anchored {
  phrase: string;
  /** Place of the anchor in the phrase. */
  at: number;
}

const ANCHORS = new Map<string, Anchored[]>();
for (const phrase of PHRASES) {
  for (const at of [0, phrase.length - ANCHOR]) {
    const key = phrase.slice(at, at + ANCHOR);
    ANCHORS.set(key, [...(ANCHORS.get(key) ?? []), { phrase, at }]);
  }
}

/** Places where the text is one character away from a set phrase: one wrong, missing, extra, or two swapped. */
export function findSlips(text: string): Suggestion[] {
  const found = new Map<number, Suggestion>();
  for (let at = 0; at + ANCHOR <= text.length; at++) {
    for (const { phrase, at: place } of ANCHORS.get(text.slice(at, at + ANCHOR)) ?? []) {
      const slip = place === 0 ? forward(text, at, phrase) : backward(text, at + ANCHOR, phrase);
      if (slip && !found.has(slip.start) && !insideRight(text, slip, phrase)) found.set(slip.start, slip);
    }
  }
  return [...found.values()];
}

function forward(text: string, start: number, phrase: string): Suggestion | null {
  for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
    const slip = start + length <= text.length ? compare(text, start, start + length, phrase) : null;
    if (slip) return slip;
  }
  return null;
}

function backward(text: string, end: number, phrase: string): Suggestion | null {
  for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
    const slip = end - length >= 0 ? compare(text, end - length, end, phrase) : null;
    if (slip) return slip;
  }
  return null;
}

/** The stretch as a suggestion when it is exactly one slip away from `phrase`, inside it (both ends agree). */
function compare(text: string, start: number, end: number, phrase: string): Suggestion | null {
  const wrong = text.slice(start, end);
  if (wrong === phrase || /\P{Script=Han}/u.test(wrong)) return null;
  let same = 0;
  while (same < wrong.length && wrong[same] === phrase[same]) same++;
  let tail = 0;
  while (
    tail < wrong.length - same &&
    tail < phrase.length - same &&
    wrong.at(-1 - tail) === phrase.at(-1 - tail)
  )
    tail++;
  const left = wrong.slice(same, wrong.length - tail);
  const right = phrase.slice(same, phrase.length - tail);
  const swapped = left.length === 2 && right === left[1]! + left[0]!;
  if (!swapped && (left.length > 1 || right.length > 1)) return null;
  if (PARTICLES.includes(left) && PARTICLES.includes(right)) return null;
  if (same + left.length === wrong.length || same === 0) return null;
  return {
    start,
    end,
    wrong,
    right: phrase,
    score: 1,
    kind: 'phrase',
    level: 'sure',
    why: say('typos.why.phrase', phrase),
  };
}

/** True when the text there is a set phrase after all: a longer or another one. */
function insideRight(text: string, { start, end }: Suggestion, phrase: string): boolean {
  return RIGHT.some((other) => {
    if (other === phrase) return text.slice(start - 1, end + 1).includes(phrase);
    const at = text.indexOf(other, Math.max(0, start - other.length));
    return at >= 0 && at <= start && at + other.length >= end;
  });
}
