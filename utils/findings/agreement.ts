import type { Finding } from './finding';

/** How two or more reviewers' verdicts on the same findings compare. */
export interface Agreement {
  /** Findings with at least two opinions. */
  judged: number;
  agreed: number;
  /** `agreed / judged`, 0–1; null when nothing was judged twice. */
  rate: number | null;
  /** Findings whose reviewers differ, to be talked over. */
  disputed: Finding[];
}

/** Compares the reviewers' own verdicts; the order in which their files were merged does not matter. */
export function agreementOf(findings: Iterable<Finding>): Agreement {
  let judged = 0;
  const disputed: Finding[] = [];
  for (const finding of findings) {
    if (finding.opinions.length < 2) continue;
    judged++;
    if (new Set(finding.opinions.map((opinion) => opinion.verdict)).size > 1) disputed.push(finding);
  }
  const agreed = judged - disputed.length;
  return { judged, agreed, rate: judged > 0 ? agreed / judged : null, disputed };
}
