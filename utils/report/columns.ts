import type { Finding } from '../findings/finding';
import type { Instant } from '../page/snapshot';
import { type Sentence, say } from '../words';
import type { Column } from './csv';

/** One finding a row, in the order inspection offices use (research/rules-and-pages.md, section 6). */
export const LEDGER: readonly Column<Finding>[] = [
  column('number', (_, index) => index + 1),
  column('unit', (finding) => finding.unit),
  column('object', (finding) => say(`ledger.objects.${finding.object}`)),
  column('platform', (finding) => finding.platform),
  column('site', (finding) => finding.site || finding.host),
  column('siteCode', (finding) => finding.siteCode),
  column('column', (finding) => finding.column),
  column('pageTitle', (finding) => finding.pageTitle),
  column('url', (finding) => finding.url),
  column('category', (finding) => categoryOf(finding)),
  column('indicator', (finding) => finding.indicator),
  column('description', (finding) => finding.description || finding.note),
  column('quote', (finding) => finding.quote),
  column('suggestion', (finding) => finding.suggestion),
  column('sentence', (finding) => finding.sentence),
  column('lastUpdated', (finding) => finding.lastUpdated),
  column('daysSince', (finding) => finding.daysSince),
  column('checkpoint', (finding) => finding.checkpoint),
  column('screenshotFile', (finding) => screenshotsOf(finding).map(screenshotFile).join('；')),
  column('screenshotSha', (finding) =>
    screenshotsOf(finding)
      .map((shot) => shot.sha)
      .join('；'),
  ),
  column('checkedAt', (finding) => beijingTime(finding.evidences[0]?.time ?? finding.createdAt)),
  column('author', (finding) => finding.author),
  column('reviewer', (finding) => finding.reviewer),
  column('verdict', (finding) => verdictOf(finding)),
  column('ignoreReason', (finding) => finding.ignore?.reason ?? ''),
  column('status', (finding) => say(`status.${finding.status}`)),
  column('deadline', (finding) => finding.deadline),
  column('rectification', (finding) => finding.rectification),
  column('recheckedAt', (finding) => finding.recheckedAt && beijingTime(finding.recheckedAt)),
  column('recheck', (finding) => finding.recheck),
];

/** A screenshot that is handed over beside the table. */
export interface Shot {
  sha: string;
  type: string;
}

/** The name under which it is handed over; named by its hash, so that nothing is written twice. */
export function screenshotFile({ sha, type }: Shot): string {
  return `screenshots/${sha.slice(0, 16)}.${type === 'image/png' ? 'png' : type === 'image/webp' ? 'webp' : 'jpg'}`;
}

/** The screenshots of a finding, each once, oldest first. */
export function screenshotsOf(finding: Finding): Shot[] {
  const shots = new Map<string, Shot>();
  for (const { screenshot, type } of finding.evidences)
    if (screenshot) shots.set(screenshot, { sha: screenshot, type });
  return [...shots.values()];
}

/** `YYYY-MM-DD HH:mm` in Beijing time, which has no summer time; '' when the text is no instant. */
export function beijingTime(instant: Instant): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return '';
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function column(key: string, value: Column<Finding>['value']): Column<Finding> {
  return { key, header: say(`ledger.columns.${key}`), value };
}

/** Categories are stored by id (findings/category.ts); an office's own, in its own words, is written as it is. */
function categoryOf(finding: Finding): Sentence | string {
  return /^[a-z]+$/i.test(finding.category) ? say(`category.${finding.category}`) : finding.category;
}

/** 人工复核结论: every state after 确认 rests on it. */
function verdictOf(finding: Finding): Sentence | null {
  if (finding.status === 'suspected') return null;
  return say(finding.status === 'ignored' ? 'status.ignored' : 'status.confirmed');
}
