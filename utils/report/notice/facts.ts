import { type Platform, platformNames } from '../../accounts/platform';
import type { Point } from '../../campaign/points';
import { isConfirmed } from '../../campaign/progress/state';
import { addDays } from '../../dates/civil';
import type { Finding } from '../../findings/finding';
import { inItsWords } from '../../findings/surroundings';
import type { CivilDate } from '../../page/snapshot';

/** `2024年4月18日`, as official documents write a day. */
export function chineseDay(day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day that a finding is about: the last update, else the day since which it counts, else the 监测时间点. */
export function dayOfFinding(finding: Finding): CivilDate | null {
  const { lastUpdated, daysSince, checkpoint } = finding;
  if (lastUpdated) return lastUpdated;
  return daysSince !== null && checkpoint ? addDays(checkpoint, -daysSince) : checkpoint;
}

/** The findings that are handed over: confirmed by a reviewer, in the order of their units. */
export function reportable(findings: readonly Finding[]): Finding[] {
  return findings
    .filter((finding) => isConfirmed(finding) && !finding.deleted)
    .sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.createdAt < b.createdAt ? -1 : 1));
}

/**
 * One point as a sentence of a notice, with unit, title, day and fact. Whatever stands in it is a field of its findings.
 * `category`: the words of its 问题类别.
 */
export function sentenceOf(point: Point, category: string): string {
  const finding = point.first;
  const unit = unitOf(finding);
  const day = dayOfFinding(finding);
  switch (finding.category) {
    case 'account':
      return `${unit}的${platformWords(finding) || '政务新媒体'}“${finding.site}”${
        finding.lastUpdated ? `自${chineseDay(finding.lastUpdated)}后未更新` : '未按期更新'
      }${daysWords(finding)}。`;
    case 'consultation':
      return `${unit}的${titled(finding.pageTitle)}${
        day ? `已于${chineseDay(day)}结束` : '已结束'
      }，未见公布采纳反馈情况${daysWords(finding)}。`;
    case 'wording':
      return `${unit}${finding.published ? `${chineseDay(finding.published)}发布` : ''}的${titled(
        finding.pageTitle,
      )}中，${point.findings.map(correction).join('；')}。`;
    case 'stale':
      return `${unit}的${titled(finding.column || finding.pageTitle)}${
        finding.lastUpdated ? `自${chineseDay(finding.lastUpdated)}后未更新` : '未按期更新'
      }${daysWords(finding)}。`;
    default:
      return `${unit}的${titled(finding.pageTitle)}：${finding.note || finding.description || category}${
        day ? `（${chineseDay(day)}）` : ''
      }。`.replace(/。。$/, '。');
  }
}

/** The unit that a finding is laid to, as the roster names it. */
export function unitOf({ unit, site, host }: Finding): string {
  return unit || site || host;
}

/** The number of the rule that a finding rests on, marked where nobody has confirmed it or its numbers; '' without one. */
export function basisOf({ indicator }: Finding, unverified: ReadonlySet<string>): string {
  return indicator && `${indicator}${unverified.has(indicator) ? '（数值待核实）' : ''}`;
}

/** How notices name the platform of a finding; '' for websites. */
export function platformWords({ platform }: Finding): string {
  return platformNames[platform as Platform]?.[0] ?? platform;
}

/** `“限期改证”疑似应为“限期改正”`: a single character is shown in the words around it. */
function correction(finding: Finding): string {
  const { wrong, right } = inItsWords(finding);
  return right ? `“${wrong}”疑似应为“${right}”` : `“${wrong}”存在错误表述`;
}

/** A title in 《》; one that bears them already stays as it is. */
function titled(title: string): string {
  return /《/.test(title) ? `“${title}”` : `《${title}》`;
}

function daysWords({ daysSince, checkpoint }: Finding): string {
  return daysSince !== null && checkpoint ? `，至监测时间点已${daysSince}天` : '';
}
