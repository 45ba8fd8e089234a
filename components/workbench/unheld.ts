import type { Store } from '../../utils/findings/store';
import { loadSettings } from '../../utils/settings';
import { membershipItem } from '../../utils/sync/account';

/** From so many steps on, it is worth a word that nothing else holds them. */
const MANY = 50;

/** Steps that only this browser holds, where that is worth saying: many, no team, no automatic backup. Else 0. */
export async function manyUnheld(store: Store): Promise<number> {
  if ((await loadSettings()).backup !== 'off' || (await membershipItem.getValue())) return 0;
  const count = await store.pendingCount();
  return count < MANY ? 0 : count;
}
