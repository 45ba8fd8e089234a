import type { Json } from '../findings/json';
import type { CivilDate } from '../page/snapshot';

/** Readers for values of entries, which come from other machines and other versions: the wrong type counts as absent. */

export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function asTexts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function asDate(value: Json | undefined): CivilDate | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

export function asNumber(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

export function asRecord(value: Json | undefined): { [key: string]: Json } | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

export function asOneOf<T extends string>(known: readonly T[], value: Json | undefined): T | null {
  return known.find((one) => one === value) ?? null;
}
