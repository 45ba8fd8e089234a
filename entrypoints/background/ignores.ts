import { civilOfInstant } from '../../utils/dates/civil';
import { type Ignoring, ignoringOf } from '../../utils/findings/ignores';
import { onMessage } from '../../utils/messages';
import { findings } from './store';

let rules: Promise<Ignoring> | null = null;

/** Tells pages which suspicions a reviewer has already decided to let be. */
export function listenToIgnores(): void {
  onMessage('ignoredOf', async ({ data }) => {
    rules ??= load();
    const ignored = await rules;
    const today = civilOfInstant(Date.now());
    return data.map((suspicion) => ignored(suspicion, today)?.ignore ?? null);
  });
}

/** Reads the ignored findings once, and again after any finding changed. */
async function load(): Promise<Ignoring> {
  const store = await findings();
  const stop = store.subscribe(() => {
    stop();
    rules = null;
  });
  return ignoringOf(await store.list());
}
