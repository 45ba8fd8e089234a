import { civilOfInstant } from '../../utils/dates/civil';
import type { Finding } from '../../utils/findings/finding';
import { type Ignoring, ignoringOf } from '../../utils/findings/ignores';
import { saying } from '../../utils/findings/row';
import type { Store } from '../../utils/findings/store';
import { onMessage } from '../../utils/messages';
import { findings } from './store';

/** The ignored findings, and what follows from them. */
interface Known {
  ignored: Map<string, Finding>;
  rules: Ignoring;
}

let known: Promise<Known> | null = null;
let following = false;

/** Tells pages which suspicions a reviewer has already decided to let be. */
export function listenToIgnores(): void {
  onMessage('ignoredOf', async ({ data }) => {
    known ??= keep(load());
    const { rules } = await known;
    const today = civilOfInstant(Date.now());
    return data.map((suspicion) => rules(suspicion, today)?.ignore ?? null);
  });
}

/** Goes through all rows once, making only the ignored findings from them, and after that reads only those that change. */
async function load(): Promise<Known> {
  const store = await findings();
  if (!following) {
    following = true;
    store.subscribe((ids) => {
      if (known) known = keep(known.then(({ ignored }) => update(store, ignored, ids)));
    });
  }
  return withRules(new Map(), await store.list({ saying: [saying('status', 'ignored')] }));
}

async function update(store: Store, ignored: Map<string, Finding>, ids: readonly string[]): Promise<Known> {
  const changed = await store.some(ids);
  for (const id of ids) ignored.delete(id);
  return withRules(ignored, changed);
}

function withRules(ignored: Map<string, Finding>, found: readonly Finding[]): Known {
  for (const finding of found) if (finding.status === 'ignored') ignored.set(finding.id, finding);
  return { ignored, rules: ignoringOf(ignored.values()) };
}

/** What failed is tried again by the next question. */
function keep(work: Promise<Known>): Promise<Known> {
  work.catch(() => {
    known = null;
  });
  return work;
}
