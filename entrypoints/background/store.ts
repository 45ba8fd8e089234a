import { copies } from '../../utils/copies';
import { openStore, type Store } from '../../utils/findings/store';
import { loadSettings } from '../../utils/settings';

let opened: Promise<Store> | null = null;
let reviewer = '';

/** The findings store of this worker, opened once per life; a failed opening is tried again by the next caller. */
export async function findings(): Promise<Store> {
  reviewer = (await loadSettings()).reviewer;
  opened ??= openStore({ author: () => reviewer, now: Date.now, ...copies }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}
