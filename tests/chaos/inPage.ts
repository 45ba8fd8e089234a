import type { PageCapture } from '../../utils/capture';

/**
 * What runs in the workbench page, beside the extension's own code. It tells by the console what was promised there: nothing travels back
 * that a kill could cut off. Each function stands alone, since it travels as text.
 */

export const REFUSED = 'not recorded';

/** What the extension keeps, as it lies there. */
export interface Kept {
  entries: KeptEntry[];
  /** The read model: a row by itself wins over its copy in a pack. */
  rows: { id: string; said: string }[];
  /** Rows that lie in two packs. */
  doubled: number;
  /** How many entries the store believes it holds. */
  counted: number | null;
  blobs: string[];
  /** The store's own report of what it brought back, if it had to. */
  recovery: { entries: number; missing: number } | null;
}

export interface KeptEntry {
  _id: string;
  finding: string;
}

/** Flags one quote after the other, as fast as the extension answers. */
export async function flagWithoutEnd(run: string, capture: PageCapture): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { runtime } = (globalThis as any).chrome;
  for (let id = 0; ; id++) {
    const quote = `第${run}轮第${id}条`;
    console.log('sent', quote);
    const message = { id, type: 'flag', data: { ...capture, quote }, timestamp: Date.now() };
    const answer = await runtime.sendMessage(message);
    const entry = (answer?.res ?? answer)?.recorded?.undo[0];
    if (!entry) throw new Error(`not recorded: ${JSON.stringify(answer)}`);
    console.log('kept', quote, entry);
  }
}

/** Waits until the workbench says that a file was merged. */
export async function mergeTold(): Promise<void> {
  while (![...document.querySelectorAll('.notice')].some((one) => one.textContent?.includes('已合并：')))
    await new Promise((done) => setTimeout(done, 5));
  console.log('merged');
}

/**
 * Confirms the findings that are found by these words and still 待核: one after the other by key, as fast as the ledger shows it, or all of
 * them in one step.
 */
export async function confirmWithoutEnd(words: string, atOnce: boolean): Promise<void> {
  const shown = () => document.querySelector('.count [role=status]')?.textContent ?? '';
  const open = () => document.querySelector('.row-current b')?.textContent ?? '';
  // The open row may be out of sight for a moment, and then it has no words.
  const changes = async (what: () => string, before: string) => {
    while (what() === '' || what() === before) await new Promise((done) => setTimeout(done, 2));
  };
  const press = (key: string) =>
    document.querySelector('.list')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const [all, search] = [shown(), document.querySelector<HTMLInputElement>('input[type=search]')!];
  search.value = words;
  search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await changes(shown, all);
  const status = document.querySelectorAll<HTMLSelectElement>('search select')[2]!;
  status.value = 'suspected';
  status.dispatchEvent(new Event('change', { bubbles: true }));
  press('j');
  await changes(open, '');
  if (atOnce) {
    document.querySelector<HTMLElement>('.batch > button')!.click();
    while (!document.querySelector('.row[aria-selected=true]'))
      await new Promise((done) => setTimeout(done, 2));
    console.log('begun');
    press('c');
    while (!document.querySelector('.undo')) await new Promise((done) => setTimeout(done, 2));
    console.log('confirmed');
    return;
  }
  for (let title = open(); title; title = open()) {
    press('c');
    await changes(open, title);
    console.log('confirmed', title);
  }
}

export async function joinTeam(team: object & { user: string }, password: string): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { storage } = (globalThis as any).chrome;
  await storage.local.set({
    settings: { reviewer: team.user },
    'team-password': password,
    team: { ...team, clearText: true },
  });
}

export async function askForSync(): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { runtime } = (globalThis as any).chrome;
  await runtime.sendMessage({ id: 1, type: 'syncNow', timestamp: Date.now() });
}

export async function countWaiting(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('duwang'));
  const count = await done(db.transaction('outbox').objectStore('outbox').count());
  db.close();
  return count;
}

export async function readKept(): Promise<Kept> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('duwang'));
  const tx = db.transaction(['entries', 'packs', 'findings', 'rows', 'blobs', 'meta']);
  const [loose, packs, looseRows, rowPacks, blobs, counted] = await Promise.all([
    done(tx.objectStore('entries').getAll()),
    done(tx.objectStore('packs').getAll()),
    done(tx.objectStore('findings').getAll()),
    done(tx.objectStore('rows').getAll()),
    done(tx.objectStore('blobs').getAllKeys()),
    done(tx.objectStore('meta').get('count')),
  ]);
  db.close();
  // As utils/findings/pack.ts and rows.ts keep them: many in one record.
  const packed = packs.flatMap((pack) => pack.texts.flatMap((text: string) => JSON.parse(text)));
  const packedRows = rowPacks.flatMap((pack) =>
    pack.ids.map((id: string, at: number) => ({ id, said: pack.said[at] as string })),
  );
  const present = new Set(looseRows.map((row) => row.id));
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { storage } = (globalThis as any).chrome;
  const recovery = (await storage.local.get('mirror/recovery'))['mirror/recovery'] ?? null;
  await storage.local.remove('mirror/recovery');
  return {
    entries: [...loose, ...packed],
    rows: [
      ...packedRows.filter((row) => !present.has(row.id)),
      ...looseRows.map(({ id, said }) => ({ id, said })),
    ],
    doubled: packedRows.length - new Set(packedRows.map((row) => row.id)).size,
    counted: counted ?? null,
    blobs: blobs as string[],
    recovery,
  };
}
