import type { Finding } from './finding';

/** What this office's reviewers made of one check's suspicions. */
export interface Trust {
  check: string;
  /** Everything decided for it, whatever became of it later. */
  confirmed: number;
  ignored: number;
  waiting: number;
  /** Share of the decided that were confirmed, 0–1; null before the first decision. */
  share: number | null;
}

/** A check is noisy when most of at least this many verdicts went against it; fewer say nothing yet. */
export const ENOUGH_VERDICTS = 10;

/** How far each check can be trusted here, least trusted first. Findings without a check were people's own. */
export function trustOf(findings: Iterable<Finding>): Trust[] {
  const counts = new Map<string, Trust>();
  for (const { check, status } of findings) {
    if (check === '') continue;
    const trust = counts.get(check) ?? { check, confirmed: 0, ignored: 0, waiting: 0, share: null };
    trust[status === 'suspected' ? 'waiting' : status === 'ignored' ? 'ignored' : 'confirmed']++;
    const decided = trust.confirmed + trust.ignored;
    trust.share = decided > 0 ? trust.confirmed / decided : null;
    counts.set(check, trust);
  }
  return [...counts.values()].sort((a, b) => (a.share ?? 2) - (b.share ?? 2) || (a.check < b.check ? -1 : 1));
}

/** True when the office's own verdicts say that this check's 问题 should be shown as 待核. */
export function isNoisy(trust: Trust): boolean {
  return trust.confirmed + trust.ignored >= ENOUGH_VERDICTS && trust.share! < 0.5;
}
