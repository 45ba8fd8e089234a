import { browser } from 'wxt/browser';
import { words } from '../../components/shared/words';
import { type BackupFolder, rememberedFolder, writeInto } from '../../utils/backupFolder';
import { StoreError } from '../../utils/findings/errors';
import { onMessage } from '../../utils/messages';
import type { Instant } from '../../utils/page/snapshot';
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

/** One that waits for its turn looks at everything that came before it, so that no second one need wait. */
let queued = false;

/** Backs up when due, or `atOnce`; one at a time, and never a reason for anything else to fail. */
export async function backUp(atOnce = false): Promise<void> {
  if (queued && !atOnce) return;
  queued = true;
  await navigator.locks.request(LOCK, async () => {
    queued = false;
    const settings = await loadSettings();
    if (settings.backup === 'off') return;
    const store = await findings();
    const unheldSteps = await store.pendingCount();
    if (unheldSteps === 0 || (unheldSteps < settings.backupEvery && !atOnce)) return;
    const now = new Date().toISOString();
    const unheld = await unheldIn(store, now);
    if (!unheld) return;
    const name = fileName(now, unheld.entries[0]!);
    const problem = await write(settings.backup, name, unheld.file);
    if (problem) {
      await backupItem.setValue({ ...(await backupItem.getValue()), problem });
      return;
    }
    await store.acknowledge(unheld);
    await backupItem.setValue({ at: now, name, entries: unheld.entries.length, problem: null });
  });
}

/** By time and by what is in it: no two files of any profile that share a folder may have one name. */
function fileName(now: Instant, entry: string): string {
  const stamp = beijingTime(now).replace(/[-:]/g, '').replace(' ', '-') + now.slice(17, 19);
  return `${words(say('handover.file.autoBackup'))}-${stamp}-${entry.slice(2, 10)}.zip`;
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
  try {
    const id = await browser.downloads.download({
      url,
      filename: name,
      saveAs: false,
      conflictAction: 'uniquify',
    });
    const state = await endOf(id);
    return state === 'complete' ? null : say('backup.failed', state);
  } finally {
    if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  }
}

/** How a download ended; it may have before anybody asks. */
function endOf(id: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () =>
      browser.downloads.search({ id }).then(([download]) => {
        if (download?.state === 'in_progress') return;
        browser.downloads.onChanged.removeListener(follow);
        resolve(download?.state ?? 'interrupted');
      }, reject);
    const follow = (change: { id: number }) => {
      if (change.id === id) void look();
    };
    browser.downloads.onChanged.addListener(follow);
    void look();
  });
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
