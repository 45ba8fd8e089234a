import { appendFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium keeps an extension's two stores inside a profile. */
export const STORES = ['IndexedDB', 'Local Extension Settings'] as const;
export type StoreFolder = (typeof STORES)[number];
/** What is torn in turn: one, the other, and both as by one kill. */
export const TEARS: readonly (readonly StoreFolder[])[] = [...STORES.map((store) => [store]), STORES];

/** A record header and a few bytes of it, as a write leaves them that was cut off. */
const TORN = Uint8Array.from([0x11, 0x22, 0x33, 0x44, 0x40, 0x00, 0x01]);

/**
 * Tears the end of a store's newest log, as a crash does. On the next start but one, Chromium deletes an IndexedDB that was
 * torn so ("recovering from a corrupted (and deleted) database").
 */
export function tear(profile: string, store: StoreFolder): void {
  const logs = filesBelow(join(profile, 'Default', store)).filter((file) => file.endsWith('.log'));
  const newest = logs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (!newest) throw new Error(`no log in ${store}`);
  appendFileSync(newest, TORN);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
}
