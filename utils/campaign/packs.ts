import { type Folded, valueIn } from '../findings/fold';
import type { Json } from '../findings/json';
import type { Indicator, IndicatorPack } from '../indicators/pack';
import { defaultPack, packs as shipped } from '../indicators/packs';
import { asRecord } from './values';

/** The beginning of the ids of an office's own packs. */
export const packPrefix = 'p:';

export function isPack(subject: string): boolean {
  return subject.startsWith(packPrefix);
}

/** The values that keep a pack: it is replaced as a whole, and the log keeps each version. */
export function packValues(pack: IndicatorPack): Record<string, Json> {
  return { pack: JSON.parse(JSON.stringify(pack)) as Json };
}

/** The pack that a fold keeps; null when it was deleted or is none. */
export function packOf(folded: Folded): IndicatorPack | null {
  if (valueIn(folded, 'deleted') === true) return null;
  return asPack(valueIn(folded, 'pack'));
}

/** The pack of that id among the shipped ones and the office's own; the default one when it is unknown. */
export function packById(id: string, own: readonly IndicatorPack[]): IndicatorPack {
  return own.find((pack) => pack.id === id) ?? shipped[id] ?? defaultPack;
}

/**
 * Reads a pack from a file or an entry. Null unless it is whole: names, indicators with clause and source, thresholds
 * with value, unit, source and `verified`. A number without its source is no rule.
 */
export function asPack(value: Json | undefined): IndicatorPack | null {
  const pack = asRecord(value);
  if (!pack || !texts(pack, 'id', 'name', 'issuer', 'issued') || typeof pack.version !== 'number')
    return null;
  const indicators = asRecord(pack.indicators);
  const checks = asRecord(pack.checks);
  const columns = asRecord(pack.columns);
  if (!indicators || !checks || !columns || !Object.values(indicators).every(isIndicator)) return null;
  return pack as unknown as IndicatorPack;
}

function isIndicator(value: Json): boolean {
  const indicator = asRecord(value);
  const thresholds = asRecord(indicator?.thresholds);
  if (!indicator || !thresholds || !texts(indicator, 'id', 'clause', 'source')) return false;
  if (typeof indicator.verified !== 'boolean' || typeof indicator.veto !== 'boolean') return false;
  return Object.values(thresholds).every((one) => {
    const threshold = asRecord(one);
    return (
      threshold !== null &&
      typeof threshold.value === 'number' &&
      typeof threshold.verified === 'boolean' &&
      texts(threshold, 'unit', 'source')
    );
  });
}

function texts(record: { [key: string]: Json }, ...keys: string[]): boolean {
  return keys.every((key) => typeof record[key] === 'string' && record[key] !== '');
}

/** The indicators of a pack that rest on a number or a clause that nobody has confirmed. */
export function unverifiedOf(pack: IndicatorPack): Indicator[] {
  return Object.values(pack.indicators).filter((indicator) => !isVerified(indicator));
}

/** The clause and every number of an indicator were confirmed in their source. */
export function isVerified({ verified, thresholds }: Indicator): boolean {
  return verified && Object.values(thresholds).every((threshold) => threshold.verified);
}
