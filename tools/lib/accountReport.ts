import { judgeLiveness, type LivenessState } from '../../utils/accounts/liveness';
import type { AccountSnapshot, Platform, TimeSource } from '../../utils/accounts/snapshot';
import { accountRule } from '../../utils/checks/accountUpdate';
import type { IndicatorPack } from '../../utils/indicators/pack';
import type { CivilDate } from '../../utils/page/snapshot';

/** What the command line says about an official account. */
export interface AccountReport {
  platform: Platform;
  name: string | null;
  /** Newest day among the account's own posts, whether before or after the 监测时间点. */
  newest: CivilDate | null;
  newestSource: TimeSource | null;
  last14Days: number;
  exact: boolean;
  state: LivenessState;
}

/** Two weeks, where the pack has no limit for accounts. */
const TWO_WEEKS = { value: 14, unit: 'days' } as const;

/** Judges an account's page at the 监测时间点; null for other pages. */
export function accountReport(
  account: AccountSnapshot | undefined,
  now: CivilDate,
  pack: IndicatorPack,
): AccountReport | null {
  if (!account) return null;
  const rule = accountRule(pack, account.platform)?.update ?? TWO_WEEKS;
  const { last14Days, exact, state } = judgeLiveness(account, now, rule);
  const { platform, name, newest, newestSource } = account;
  return { platform, name, newest, newestSource, last14Days, exact, state };
}
