import { isVerified } from '../campaign/packs';
import type { Finding } from '../findings/finding';
import type { IndicatorPack } from '../indicators/pack';
import { type Sentence, say } from '../words';
import type { Column } from './csv';

/** Tells whether a finding rests on a clause or a number that nobody has confirmed. */
export type Unverified = (finding: Finding) => boolean;

/** Judges findings by the pack of the campaign that each belongs to; one that the pack does not know is not marked. */
export function unverifiedBy(packFor: (finding: Finding) => IndicatorPack): Unverified {
  return (finding) => {
    const indicator = packFor(finding).indicators[finding.indicator];
    return indicator !== undefined && !isVerified(indicator);
  };
}

/** The text with the mark behind it when the finding is unverified. */
export function marked(
  text: string,
  finding: Finding,
  unverified: Unverified,
  words: (sentence: Sentence) => string,
): string {
  return text && unverified(finding) ? words(say('ledger.unverified', text)) : text;
}

/** Where the mark stands: beside the indicator, or in the next best cell when an office's template leaves that out. */
const PLACES = ['indicator', 'category', 'description', 'number'];

/** The ledger's columns with the mark in a cell of theirs: offices fix the list of columns, so there is none more. */
export function markedColumns(
  columns: readonly Column<Finding>[],
  unverified: Unverified,
  words: (sentence: Sentence) => string,
): readonly Column<Finding>[] {
  const place = PLACES.find((key) => columns.some((column) => column.key === key));
  return columns.map((column) =>
    column.key === place
      ? {
          ...column,
          value: (finding, index) => {
            const value = column.value(finding, index);
            if (value === null || !unverified(finding)) return value;
            return marked(
              typeof value === 'object' ? words(value) : String(value),
              finding,
              unverified,
              words,
            );
          },
        }
      : column,
  );
}
