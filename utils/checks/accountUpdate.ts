import { judgeLiveness, type Liveness, type UpdateRule } from '../accounts/liveness';
import type { AccountSnapshot, Platform } from '../accounts/snapshot';
import { daysBetween } from '../dates/civil';
import { isCalendarKnown, workingDaysBetween } from '../dates/workdays';
import type { IndicatorPack } from '../indicators/pack';
import type { CivilDate } from '../page/snapshot';
import { say } from '../words';
import type { Check, Evidence, Outcome } from './check';

/** Is the official account still updated at the 监测时间点? */
export const accountUpdate: Check = {
  id: 'accountUpdate',
  category: 'account',
  reads: ['account'],
  run({ account }, { now, pack }) {
    if (!account) {
      return { kind: 'notApplicable', reason: say('checks.accountUpdate.noAccount'), evidence: [] };
    }
    const rule = accountRule(pack, account.platform);
    if (!rule) {
      const reason = say('checks.accountUpdate.noRule', account.newest ?? '—');
      return { kind: 'review', reason, evidence: [] };
    }
    return outcomeOf(account, judgeLiveness(account, now, rule.update), rule, now);
  },
};

interface AccountRule {
  update: UpdateRule;
  warnDays: number;
}

/** The limit for accounts of a platform: its own (`limit:weibo`) or the common one; null when the pack has none. */
export function accountRule(pack: IndicatorPack, platform: Platform): AccountRule | null {
  const thresholds = pack.indicators[pack.checks.accountUpdate ?? '']?.thresholds;
  const limit = thresholds?.[`limit:${platform}`] ?? thresholds?.limit;
  const warnDays = thresholds?.warn?.value ?? 0;
  if (limit?.unit === 'days') return { update: { value: limit.value, unit: 'days' }, warnDays };
  if (limit?.unit !== 'workingDays') return null;
  return {
    update: {
      value: limit.value,
      unit: 'workingDays',
      workingDays: workingDaysBetween,
      isKnown: isCalendarKnown,
    },
    warnDays,
  };
}

const OUTCOME = {
  alive: 'pass',
  stale: 'fail',
  unknown: 'review',
  gone: 'review',
  closed: 'review',
} as const;

function outcomeOf(
  account: AccountSnapshot,
  judged: Liveness,
  { update, warnDays }: AccountRule,
  now: CivilDate,
): Outcome {
  const facts = {
    lastUpdated: judged.lastUpdate,
    // 未更新天数 of the ledger counts every day, whatever the limit counts.
    daysSince:
      judged.since === null || judged.lastUpdate === null ? null : daysBetween(judged.lastUpdate, now),
    daysLeft: judged.left,
    threshold: update.value,
  };
  const { lastUpdate, left } = judged;
  const unit = update.unit === 'days' ? '' : 'Working';
  const reason =
    lastUpdate !== null && left !== null
      ? say(`checks.accountUpdate.${left <= warnDays ? 'warning' : 'fresh'}${unit}`, lastUpdate, left)
      : judged.reason;
  return { kind: OUTCOME[judged.state], reason, evidence: evidenceOf(account, judged), facts };
}

function evidenceOf(account: AccountSnapshot, judged: Liveness): Evidence[] {
  const { newestPost, lastUpdate, last14Days, exact } = judged;
  if (account.notice) return [{ quote: account.notice.quote, place: null }];
  if (!newestPost || !lastUpdate) return [];
  const count = exact ? last14Days : `≥${last14Days}`;
  const note = say(`checks.accountUpdate.newest.${newestPost.timeSource}`, lastUpdate, count);
  return [{ quote: newestPost.text, note, place: null, href: newestPost.url }];
}
