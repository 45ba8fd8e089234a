import { describe, expect, it } from 'vitest';
import { isGenuine, makeEntry, withoutServerMembers } from '../../../utils/findings/entry';
import { canonicalJson, type Json } from '../../../utils/findings/json';
import { sha256Text } from '../../../utils/findings/sha256';

const entry = makeEntry({
  finding: 'f:1',
  author: '王检查',
  device: 'd1',
  hlc: '001732348800000-0000-d1',
  fields: { note: '正文' },
  prev: {},
});

describe('an entry', () => {
  it('is genuine as made, and with what a server adds to it', () => {
    expect(isGenuine(entry)).toBe(true);
    expect(isGenuine({ ...entry, _rev: '1-abc' })).toBe(true);
    expect(withoutServerMembers({ ...entry, _rev: '1-abc' } as typeof entry)).toEqual(entry);
  });

  it('is not genuine when anything was changed, added or taken away', () => {
    expect(isGenuine({ ...entry, fields: { note: '改过' } })).toBe(false);
    expect(isGenuine({ ...entry, author: '李' })).toBe(false);
    expect(isGenuine({ ...entry, extra: 1 })).toBe(false);
    expect(isGenuine({ ...entry, prev: undefined })).toBe(false);
    expect(isGenuine(null)).toBe(false);
  });

  it('of a later version, with members unknown today, is genuine and passed on whole', () => {
    const { _id, ...body } = { ...entry, v: 2, signature: { key: 'k', value: '签' } };
    const later = { _id: `e:${sha256Text(canonicalJson(body as unknown as Json))}`, ...body };
    expect(isGenuine(later)).toBe(true);
    expect(withoutServerMembers({ ...later, _rev: '1-abc' } as typeof entry)).toEqual(later);
  });

  it('nested too deeply is refused instead of breaking the reader', () => {
    let deep: Json = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(isGenuine({ ...entry, fields: { deep } })).toBe(false);
  });
});
