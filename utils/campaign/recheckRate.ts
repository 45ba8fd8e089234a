import type { Finding } from '../findings/finding';
import type { CivilDate } from '../page/snapshot';
import { type Point, pointsOf } from './points';
import { isConfirmed } from './progress/state';

/** How one unit has dealt with what was found. */
export interface UnitRate {
  unit: string;
  total: number;
  passed: number;
  /** Problems about which it has said nothing and that are not put right either. */
  unanswered: number;
  /** Something is unanswered and its deadline has passed: 逾期未反馈. */
  silent: boolean;
}

/** 复查合格率 of an earlier campaign, by what its reviewers have confirmed. */
export interface RecheckRate {
  total: number;
  passed: number;
  /** Whole percent, rounded down; null without problems. */
  percent: number | null;
  /** By name. */
  units: UnitRate[];
}

/**
 * Counts the confirmed problems of an earlier campaign: put right when all of a point's findings passed. `deadline`: that
 * campaign's, where a finding has none of its own; `today` decides which have passed.
 */
export function recheckRate(
  findings: readonly Finding[],
  deadline: CivilDate | null,
  today: CivilDate,
): RecheckRate {
  const points = pointsOf(findings.filter((finding) => isConfirmed(finding) && !finding.deleted));
  const units = new Map<string, UnitRate>();
  for (const point of points) {
    const { unit, site, host } = point.first;
    const name = unit || site || host;
    const rate = units.get(name) ?? { unit: name, total: 0, passed: 0, unanswered: 0, silent: false };
    rate.total++;
    if (hasPassed(point)) rate.passed++;
    if (!isAnswered(point)) {
      rate.unanswered++;
      const until = point.first.deadline ?? deadline;
      rate.silent ||= until !== null && until < today;
    }
    units.set(name, rate);
  }
  const passed = points.filter(hasPassed).length;
  return {
    total: points.length,
    passed,
    percent: points.length === 0 ? null : Math.floor((passed / points.length) * 100),
    units: [...units.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  };
}

/** Units that have let the deadline pass without a word. */
export function silentUnits({ units }: RecheckRate): string[] {
  return units.filter(({ silent }) => silent).map(({ unit }) => unit);
}

function hasPassed({ findings }: Point): boolean {
  return findings.every(({ status }) => status === 'passed');
}

/** What a unit writes is 整改情况; what a reviewer says after a new look is no answer of the unit's. */
function isAnswered({ findings }: Point): boolean {
  return findings.every(
    ({ status, rectification }) => rectification !== '' || status === 'fixed' || status === 'passed',
  );
}
