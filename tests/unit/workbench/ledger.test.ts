import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Ledger } from '../../../components/workbench/ledger';
import { openStore, type Store } from '../../../utils/findings/store';

/** More than the store gives at first. */
const FINDINGS = 300;

let store: Store;
beforeEach(async () => {
  let clock = Date.UTC(2024, 3, 18);
  store = await openStore({ author: () => '王', now: () => clock++, name: `test-${crypto.randomUUID()}` });
  await store.set(Array.from({ length: FINDINGS }, (_, n) => [`f:${n}`, { pageTitle: `第${n}条` }]));
});
afterEach(() => store.close());

const titles = ({ findings }: Ledger) => findings.value.map(({ pageTitle }) => pageTitle);

it('shows a first stretch before it reads the rest', async () => {
  const ledger = new Ledger();
  const shown: number[] = [];
  await ledger.read(store, async () => void shown.push(ledger.findings.value.length));
  expect(shown).toHaveLength(1);
  expect(shown[0]).toBeGreaterThan(20);
  expect(shown[0]).toBeLessThan(FINDINGS);
  expect(ledger.findings.value).toEqual(await store.list());
});

it('knows at the end what changed while it read', async () => {
  const ledger = new Ledger();
  store.subscribe((ids) => void ledger.refresh(store, ids));
  await ledger.read(store, async () => {
    const [first] = ledger.findings.value;
    await store.edit([first!.id], { pageTitle: '改过的' });
    await store.remove([ledger.findings.value[1]!.id]);
    await store.set([['f:new', { pageTitle: '新的' }]]);
  });
  expect(titles(ledger)).toHaveLength(FINDINGS);
  expect(titles(ledger)).toEqual(expect.arrayContaining(['改过的', '新的']));
  expect(ledger.findings.value).toEqual(await store.list());
});

it('keeps what it shows while it reads everything again', async () => {
  const ledger = new Ledger();
  await ledger.read(store);
  const shown: number[] = [];
  const stop = ledger.findings.subscribe((findings) => void shown.push(findings.length));
  await ledger.read(store);
  stop();
  expect(Math.min(...shown)).toBe(FINDINGS);
});
