import { browser } from 'wxt/browser';
import { words } from '../../components/shared/words';
import { type BackupFolder, rememberedFolder, writeInto } from '../../utils/backupFolder';
import { StoreError } from '../../utils/findings/errors';
import { onMessage } from '../../utils/messages';
import { unheldIn } from '../../utils/report/autoBackup';
import { beijingTime } from '../../utils/report/columns';
import { backupItem, loadSettings, type Settings } from '../../utils/settings';
import { type Sentence, say } from '../../utils/words';
import { findings } from './store';

const LOCK = 'duwang-backup';

/** Writes what only this browser holds to a file once there is enough of it, where the reviewer has asked for that. */
export function keepBackups(): void {
  onMessage('backUp', ({ data: { atOnce } }) => backUp(atOnce));
}

/** Backs up when due, or `atOnce`; one at a time, and never a reason for anything else to fail. */
export async function backUp(atOnce = false): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const settings = await loadSettings();
    if (settings.backup === 'off') return;
    const store = await findings();
    const waiting = await store.pendingCount();
    if (waiting === 0 || (waiting < settings.backupEvery && !atOnce)) return;
    const now = new Date().toISOString();
    const unheld = await unheldIn(store, now);
    if (!unheld) return;
    const stamp = beijingTime(now).replace(/[-:]/g, '').replace(' ', '-') + now.slice(17, 19);
    const name = `${words(say('handover.file.autoBackup'))}-${stamp}.zip`;
    const problem = await write(settings.backup, name, unheld.file);
    if (problem) {
      await backupItem.setValue({ ...(await backupItem.getValue()), problem });
      return;
    }
    await store.acknowledge(unheld);
    await backupItem.setValue({ at: now, name, entries: unheld.entries.length, problem: null });
  });
}

/** Writes the file where the reviewer wants it; says why not. */
async function write(where: Settings['backup'], name: string, file: Blob): Promise<Sentence | null> {
  try {
    if (where === 'download') return await downloaded(name, file);
    const folder = await rememberedFolder();
    if (!folder) return say('backup.noFolder');
    if (!(await allowed(folder))) return say('backup.askAgain', folder.name);
    await writeInto(folder, name, file);
    return null;
  } catch (error) {
    return error instanceof StoreError ? error.sentence : say('backup.failed', String(error));
  }
}

async function allowed(folder: BackupFolder): Promise<boolean> {
  return (await folder.queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** Downloads without asking where to, and waits until the file is on disk. */
async function downloaded(name: string, file: Blob): Promise<Sentence | null> {
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return say('backup.noDownloads');
  const url = await addressOf(file);
  let settled: (state: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    settled = resolve;
  });
  const states = new Map<number, string>();
  let id = -1;
  const follow = (change: { id: number; state?: { current?: string } }) => {
    const state = change.state?.current;
    if (state !== 'complete' && state !== 'interrupted') return;
    states.set(change.id, state);
    if (change.id === id) settled(state);
  };
  browser.downloads.onChanged.addListener(follow);
  try {
    id = await browser.downloads.download({ url, filename: name, saveAs: false, conflictAction: 'uniquify' });
    const state = states.get(id) ?? (await ended);
    return state === 'complete' ? null : say('backup.failed', state);
  } finally {
    browser.downloads.onChanged.removeListener(follow);
    if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  }
}

/** A service worker has no object URLs. */
async function addressOf(file: Blob): Promise<string> {
  if (typeof URL.createObjectURL === 'function') return URL.createObjectURL(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return `data:application/zip;base64,${btoa(binary)}`;
}
