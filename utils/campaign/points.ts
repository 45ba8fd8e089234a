import type { Finding } from '../findings/finding';
import { pageKey } from '../findings/url';

/** One problem as notices count it. Wrong words of one text are one point; everything else stands alone. */
export interface Point {
  first: Finding;
  findings: Finding[];
}

/** Gathers findings into points, in the order in which they first come. */
export function pointsOf(findings: readonly Finding[]): Point[] {
  const points = new Map<string, Point>();
  for (const finding of findings) {
    const key =
      finding.category === 'wording'
        ? JSON.stringify([finding.campaign, finding.unit, pageKey(finding.url)])
        : finding.id;
    const point = points.get(key);
    if (point) point.findings.push(finding);
    else points.set(key, { first: finding, findings: [finding] });
  }
  return [...points.values()];
}
