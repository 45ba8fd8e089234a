import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { findingOf, rowOf, saying } from '../../../utils/findings/row';
import { openStore } from '../../../utils/findings/store';
import { viewOf } from '../../../utils/findings/view';

const entry = makeEntry({
  finding: 'f:1',
  author: '王',
  device: 'd',
  hlc: tick(null, 1.7e12, 'd'),
  fields: {
    url: 'http://www.yunhe-demo.gov.cn/a',
    pageTitle: '通知',
    object: 'account',
    daysSince: 0,
    status: 'ignored',
    ignore: { reason: '合理', scope: 'page', until: null },
    'evidence/1': { time: '2024-04-18T01:00:00.000Z', screenshot: null, missing: null, outcomes: [] },
    'opinion/王': { verdict: 'ignored', reason: '合理' },
  },
  prev: {},
});

it('keeps everything that a list shows, and only what says something', () => {
  const folded = fold([entry])!;
  const row = rowOf(folded);
  expect(findingOf(row)).toEqual(viewOf(folded));
  expect(row.said).not.toMatch(/suggestion|deadline|site|conflicts/);
});

it('takes over the rows of an older version, which were whole findings', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const finding = viewOf(fold([entry])!);
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name, 2);
    opening.onupgradeneeded = () => {
      const { result } = opening;
      const entries = result.createObjectStore('entries', { keyPath: '_id' });
      entries.createIndex('finding', 'finding');
      const findings = result.createObjectStore('findings', { keyPath: 'id' });
      findings.createIndex('newest', ['order', 'id']);
      for (const store of ['blobs', 'pending', 'meta', 'outbox', 'refused']) result.createObjectStore(store);
      entries.put(entry);
      findings.put({ ...finding, order: -1.7e12 });
    };
    opening.onsuccess = () => resolve(opening.result);
  });
  db.close();
  const store = await openStore({ author: () => '李', now: Date.now, name });
  expect(await store.list()).toEqual([finding]);
  expect(await store.some(['f:none', 'f:1'])).toEqual([finding]);
  expect(await store.list({ saying: [saying('status', 'ignored')] })).toEqual([finding]);
  expect(await store.list({ saying: [saying('status', 'confirmed')] })).toEqual([]);
  await store.close();
});
