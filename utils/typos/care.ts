/** How closely a text is looked at. Gains and surprise are in nats. */
export interface Care {
  /** A stretch that the model expected at least this well (REACH + 1 characters) is not questioned. */
  calm: number;
  /** Rarer kinds of error are looked for only where the text reads as badly as this. */
  rough: number;
  /** What another character, and what two other characters must gain at least to be looked at. */
  gain: number;
  gainOfTwo: number;
  /** Two characters are thought of as a word when the second follows the first at least so often (see {@link LanguageModel.cost}). */
  rarePair: number;
  /** Whether the context model may name characters of its own, whatever the language model thinks of them. */
  asksContext: boolean;
  /** Logit of the scorer from which a proposal is worth a second thought: the corrector reads the sentence, and the arbiter decides. */
  doubts: number;
}
/** What every page can afford, and what a close look does. */
export const QUICK: Care = {
  calm: 19,
  rough: 25,
  gain: 5.5,
  gainOfTwo: 9,
  rarePair: 38,
  asksContext: false,
  doubts: -0.5,
};
export const CLOSE: Care = {
  calm: 12,
  rough: 18,
  gain: 2,
  gainOfTwo: 5,
  rarePair: 55,
  asksContext: true,
  doubts: -7,
};
