import { type DBSchema, openDB } from 'idb';

/** The File System Access API, as far as it is used; TypeScript knows the rest. Chromium only. */
export interface BackupFolder extends FileSystemDirectoryHandle {
  queryPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Schema extends DBSchema {
  folders: { key: string; value: BackupFolder };
}

const KEY = 'backup';

/** A database of its own: a handle is no JSON, and losing it loses nothing but the choice. */
const database = () =>
  openDB<Schema>('duwang-folder', 1, {
    upgrade(db) {
      db.createObjectStore('folders');
    },
  });

/** Whether this browser lets a reviewer pick a folder to write into. */
export function canPickFolder(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** Asks for a folder (needs a click) and remembers it; null when the reviewer picks none. */
export async function pickFolder(): Promise<BackupFolder | null> {
  const picker = globalThis as unknown as {
    showDirectoryPicker(how: { id: string; mode: 'readwrite' }): Promise<BackupFolder>;
  };
  try {
    const folder = await picker.showDirectoryPicker({ id: 'duwang', mode: 'readwrite' });
    const db = await database();
    await db.put('folders', folder, KEY);
    db.close();
    return folder;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** The folder picked last, or null. */
export async function rememberedFolder(): Promise<BackupFolder | null> {
  const db = await database();
  const folder = await db.get('folders', KEY);
  db.close();
  return folder ?? null;
}

/** Writes a file into the folder; whole or not at all, since the browser swaps it in when it is closed. */
export async function writeInto(folder: BackupFolder, name: string, file: Blob): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writing = await handle.createWritable();
  await writing.write(file);
  await writing.close();
}
