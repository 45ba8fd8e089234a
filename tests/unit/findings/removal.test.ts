import { expect, it } from 'vitest';
import { disputesOf } from '../../../utils/findings/dispute';
import { type Entry, makeEntry } from '../../../utils/findings/entry';
import { fold, seenBy } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { viewOf } from '../../../utils/findings/view';

/** An entry of one author, who has seen `log` and nothing else. */
function step(log: Entry[], author: string, ms: number, fields: Entry['fields']): Entry {
  const prev = seenBy(fold(log), fields);
  return makeEntry({ finding: 'f:1', author, device: author, hlc: tick(null, ms, author), fields, prev });
}

const recorded = step([], '王', 1, { url: 'http://www.example.gov.cn/', note: '' });
const edited = step([recorded], '李', 2, { note: '已电话告知' });
const removed = step([recorded], '王', 3, { deleted: true });
const view = (...log: Entry[]) => viewOf(fold(log)!);

it('takes away a finding of which everything was seen', () => {
  const all = step([recorded, edited], '王', 3, { deleted: true });
  expect(view(recorded, edited, all)).toMatchObject({ deleted: true, conflicts: [] });
  // What the removal saw may arrive after it.
  expect(view(recorded, all)).toMatchObject({ deleted: true, conflicts: [] });
});

it('keeps a finding on which a colleague went on working, and asks', () => {
  const log = [recorded, edited, removed];
  expect(view(...log)).toMatchObject({ deleted: false, note: '已电话告知', conflicts: ['deleted'] });
  const [dispute] = disputesOf(log);
  expect(dispute!.values.map(({ value, author }) => [value, author])).toEqual([
    [false, '李'],
    [true, '王'],
  ]);
});

it('asks no more once somebody has decided, either way', () => {
  const log = [recorded, edited, removed];
  const yes = step(log, '李', 4, { deleted: true });
  expect(view(...log, yes)).toMatchObject({ deleted: true, conflicts: [] });
  const no = step(log, '李', 4, { deleted: false });
  expect(view(...log, no)).toMatchObject({ deleted: false, conflicts: [] });
});

it('asks nothing when one of two who removed it had seen the edit', () => {
  const other = step([recorded, edited], '李', 4, { deleted: true });
  expect(view(recorded, edited, removed, other)).toMatchObject({ deleted: true, conflicts: [] });
});

it('does not bring a finding back for what its own device added late, nor for what a page showed', () => {
  const screenshot = step([recorded], '王', 4, { 'evidence/1': { what: 'view', time: '2024-04-18' } });
  expect(view(recorded, removed, screenshot)).toMatchObject({ deleted: true, conflicts: [] });
  const seen = step([recorded], '李', 4, { 'page/newest': '2024-04-18' });
  expect(view(recorded, removed, seen)).toMatchObject({ deleted: true, conflicts: [] });
});

it('lets a removal hold that names nothing, as earlier versions wrote it', () => {
  const { finding, author, device, hlc, fields } = removed;
  const earlier = makeEntry({ finding, author, device, hlc, fields, prev: {} });
  expect(view(recorded, edited, earlier)).toMatchObject({ deleted: true, conflicts: [] });
});
