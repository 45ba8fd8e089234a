import { accountUpdate } from './accountUpdate';
import type { Check } from './check';
import { lastUpdate } from './lastUpdate';

/** Every check, in the order in which reviewers read them. */
export const checks: readonly Check[] = [lastUpdate, accountUpdate];
