/**
 * The form in which text meets the language model: full-width forms folded, quotes unified, every run of
 * digits is one `0`, every run of Latin letters is one `a`, blanks gone. Each unit remembers where it came
 * from, so a suggestion can point into the text as the page shows it.
 */
export interface Normalised {
  /** One UTF-16 code unit per unit; `\n` ends a sentence; a character outside the BMP is `\uFFFD`. */
  text: string;
  /** `text[i]` stands for `source.slice(from[i], to[i])` (UTF-16 offsets). */
  from: Int32Array;
  to: Int32Array;
}

const PUNCTUATION: Record<string, string> = {
  ',': '，',
  '.': '。',
  '．': '。',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
  '“': '"',
  '”': '"',
  '„': '"',
  '＂': '"',
  '‘': "'",
  '’': "'",
  '＇': "'",
  '–': '―',
  '—': '―',
  '─': '―',
  '％': '%',
  '－': '-',
  '／': '/',
  '［': '[',
  '］': ']',
  〇: '〇',
};

const DIGIT = /[0-9０-９]/;
const LATIN = /[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]/;
const BLANK = /[\s\u00a0\u3000]/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const SENTENCE_END = '。！？；';

/** True for a common Chinese character (CJK Unified Ideographs, the basic block). */
export function isHan(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}

/** Radicals and compatibility forms that PDF text has in place of the characters they look like. */
const STAND_IN = /[\u2e80-\u2fdf\uf900-\ufaff]/;

function fold(character: string): string {
  if (isHan(character)) return character;
  if (STAND_IN.test(character)) return character.normalize('NFKC');
  if (DIGIT.test(character)) return '0';
  if (LATIN.test(character)) return 'a';
  return PUNCTUATION[character] ?? character;
}

/** Normalises `source`; see {@link Normalised}. Idempotent on text that is already normalised. */
export function normalise(source: string): Normalised {
  const units: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let blank = false;
  for (let at = 0; at < source.length; at++) {
    const raw = source[at]!;
    const width = raw >= '\ud800' && raw <= '\udbff' && at + 1 < source.length ? 2 : 1;
    if (INVISIBLE.test(raw)) continue;
    if (BLANK.test(raw)) {
      blank = blank || raw !== '\n';
      if (raw !== '\n' && raw !== '\r') continue;
    }
    const unit = width === 2 ? '\ufffd' : fold(raw);
    const last = units[units.length - 1] ?? '\n';
    if (unit === '\n' || raw === '\r') {
      if (last !== '\n') push('\n', at, at + 1);
      blank = false;
      continue;
    }
    if ((unit === '0' || unit === 'a') && unit === last && !blank) {
      to[to.length - 1] = at + 1;
      continue;
    }
    // A blank between two Chinese characters parts two phrases; beside anything else it is typography.
    if (blank && isHan(unit) && isHan(last)) push('\n', at, at);
    blank = false;
    // `3.5` is a number, not the end of a sentence.
    if (SENTENCE_END.includes(last) && !(last === '。' && unit === '0') && !closes(unit)) push('\n', at, at);
    push(unit, at, at + width);
    at += width - 1;
  }
  return { text: units.join(''), from: Int32Array.from(from), to: Int32Array.from(to) };

  function push(unit: string, start: number, end: number): void {
    units.push(unit);
    from.push(start);
    to.push(end);
  }
}

function closes(unit: string): boolean {
  return (
    unit === '"' ||
    unit === "'" ||
    unit === '）' ||
    unit === '》' ||
    unit === '」' ||
    SENTENCE_END.includes(unit)
  );
}
