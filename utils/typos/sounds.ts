/** Readings of a character are syllables without tone mark, numbered tone last: `zhong1`. */
export type Reading = string;

/** The syllable without its tone. */
export function toneless(reading: Reading): string {
  return reading.replace(/[0-9]$/, '');
}

const FOLDS: readonly [RegExp, string][] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/^f/, 'h'],
  [/ng$/, 'n'],
];

/** What is left of a syllable for a speaker or typist who mixes up zh/z, ch/c, sh/s, n/l, f/h and -n/-ng. */
export function blurredSound(syllable: string): string {
  return FOLDS.reduce((sound, [pattern, into]) => sound.replace(pattern, into), syllable);
}
