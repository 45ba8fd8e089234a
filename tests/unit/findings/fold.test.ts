import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputesOf } from '../../../utils/findings/dispute';
import { type Entry, isGenuine, makeEntry } from '../../../utils/findings/entry';
import { conflictsOf, type Folded, fold, seenBy, valueIn } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import type { Json } from '../../../utils/findings/json';
import { viewOf } from '../../../utils/findings/view';

const FINDING = 'f:1';

function step(seen: Folded | null, author: string, ms: number, fields: Entry['fields']): Entry {
  const prev = seenBy(seen, fields);
  return makeEntry({ finding: FINDING, author, device: author, hlc: tick(null, ms, author), fields, prev });
}

/** Histories as they happen: each author writes after having seen some prefix-closed part of the log. */
const history = fc
  .array(
    fc.record({
      author: fc.constantFrom('a', 'b', 'c'),
      ms: fc.integer({ min: 0, max: 50 }),
      sees: fc.nat(),
      fields: fc.dictionary(
        fc.constantFrom(
          'note',
          'unit',
          'status',
          'deleted',
          'evidence/1',
          'evidence/2',
          '__proto__',
          'constructor',
        ),
        fc.constantFrom<Json>(null, true, 3, 'x', 'confirmed', { reason: 'x' }, [1]),
        { minKeys: 1 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((moves) => {
    const log: Entry[] = [];
    for (const { author, ms, sees, fields } of moves) {
      log.push(step(fold(log.slice(0, sees % (log.length + 1))), author, ms, fields));
    }
    return log;
  });

describe('fold', () => {
  it('gives the same finding in any order, with any repetition', () => {
    fc.assert(
      fc.property(
        history.chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.shuffledSubarray(log, { minLength: log.length }),
            fc.array(fc.constantFrom(...log)),
          ),
        ),
        ([log, shuffled, repeated]) => {
          const expected = fold(log)!;
          const again = fold([...repeated, ...shuffled, ...repeated])!;
          expect(JSON.stringify(again)).toBe(JSON.stringify(expected));
          expect(viewOf(again)).toEqual(viewOf(expected));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps every value that nobody replaced', () => {
    fc.assert(
      fc.property(history, (log) => {
        const { fields } = fold(log)!;
        for (const entry of log) {
          for (const field of Object.keys(entry.fields)) {
            const replaced = log.some(
              (other) => Object.hasOwn(other.prev, field) && other.prev[field]!.includes(entry._id),
            );
            const kept = fields[field]!.some(
              (head) => head.entry._id === entry._id && head.value === entry.fields[field],
            );
            expect(kept).toBe(!replaced);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shows two edits made without seeing each other as a conflict, and one that saw both as its end', () => {
    const first = step(null, 'a', 1, { note: 'one' });
    const mine = step(fold([first]), 'a', 2, { note: 'mine' });
    const theirs = step(fold([first]), 'b', 3, { note: 'theirs' });
    const torn = fold([first, mine, theirs])!;
    expect(conflictsOf(torn)).toEqual(['note']);
    expect(valueIn(torn, 'note')).toBe('theirs');
    expect(disputesOf([first, mine, theirs])).toMatchObject([
      {
        field: 'note',
        values: [
          { value: 'theirs', author: 'b' },
          { value: 'mine', author: 'a' },
        ],
      },
    ]);
    const settled = step(torn, 'a', 4, { note: 'both' });
    const whole = fold([settled, theirs, first, mine])!;
    expect(conflictsOf(whole)).toEqual([]);
    expect(valueIn(whole, 'note')).toBe('both');
  });

  it('does not call it a conflict when both say the same, or add an evidence each', () => {
    const first = step(null, 'a', 1, { note: 'one' });
    const seen = fold([first]);
    const both = [
      step(seen, 'a', 2, { note: 'same', 'evidence/a': { time: 't1', screenshot: null } }),
      step(seen, 'b', 3, { note: 'same', 'evidence/b': { time: 't2', screenshot: 'sha' } }),
    ];
    const view = viewOf(fold([first, ...both])!);
    expect(view.conflicts).toEqual([]);
    expect(view.evidences.map((evidence) => evidence.id)).toEqual(['a', 'b']);
  });
});

describe('entry', () => {
  it('has the hash of its content as its id, whatever the order of its keys', () => {
    const body = { finding: FINDING, author: '甲', device: 'd', hlc: tick(null, 1, 'd') };
    const one = makeEntry({
      ...body,
      fields: { a: 1, b: { c: 2, d: 3 } },
      prev: { a: ['e:2', 'e:1', 'e:2'] },
    });
    const two = makeEntry({
      ...body,
      fields: { b: { d: 3, c: 2 }, a: 1 },
      prev: { a: ['e:1', 'e:2'], gone: [] },
    });
    expect(one).toEqual(two);
    expect(isGenuine(structuredClone(one))).toBe(true);
  });

  it.each([
    ['a changed field', { fields: { note: 'forged' } }],
    ['another author', { author: 'mallory' }],
    ['another id', { _id: 'e:0' }],
    ['a wrong shape', { fields: null }],
  ])('is refused with %s', (_, change) => {
    const entry = step(null, 'a', 1, { note: 'true' });
    expect(isGenuine({ ...entry, ...change })).toBe(false);
  });
});
