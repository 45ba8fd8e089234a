import type { Entry } from '../../findings/entry';
import { millisOf } from '../../findings/hlc';
import type { Json } from '../../findings/json';
import type { CivilDate, Instant } from '../../page/snapshot';
import { asDate, asRecord, asText } from '../values';
import { asOutcome, type SeenOutcome } from './outcome';

/** 人工录入: when an account last posted, as a reviewer saw it where no page tells (on a phone, behind a login). */
export interface TypedUpdate {
  /** Null while a picture was kept and its date not typed yet. */
  day: CivilDate | null;
  /** As the reviewer typed it: 3天前. */
  words: string;
  /** SHA-256 of the picture that shows it, the key of its file; null without one. */
  picture: string | null;
  /** How the day was judged; null without a day. */
  outcome: SeenOutcome | null;
  author: string;
  at: Instant;
}

/** The field of an item that keeps it. */
export const TYPED_UPDATE = 'typedUpdate';

/** The value that records it; null takes it back. */
export function typedValue(typed: Omit<TypedUpdate, 'author' | 'at'> | null): Record<string, Json> {
  return { [TYPED_UPDATE]: JSON.parse(JSON.stringify(typed)) as Json };
}

/** Reads it from an entry; a bare day is what earlier versions kept. Null when nothing was typed. */
export function asTypedUpdate(value: Json, { author, hlc }: Entry): TypedUpdate | null {
  const by = { author, at: new Date(millisOf(hlc)).toISOString() };
  const bare = asDate(value);
  if (bare) return { day: bare, words: bare, picture: null, outcome: null, ...by };
  const typed = asRecord(value);
  if (!typed) return null;
  const day = asDate(typed.day);
  const picture = /^[0-9a-f]{64}$/.test(asText(typed.picture)) ? asText(typed.picture) : null;
  if (!day && !picture) return null;
  return { day, words: asText(typed.words), picture, outcome: asOutcome(typed.outcome), ...by };
}
