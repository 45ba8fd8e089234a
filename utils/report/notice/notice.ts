import { type Platform, platformNames, platforms } from '../../accounts/platform';
import type { Campaign } from '../../campaign/campaign';
import { progressOf } from '../../campaign/progress/board';
import type { Coverage } from '../../campaign/progress/state';
import { categories } from '../../checks/category';
import type { Finding } from '../../findings/finding';
import type { CivilDate } from '../../page/snapshot';
import { chineseDay, reportable, sentenceOf } from './facts';
import { filled, type LineRole, templateLines } from './template';

/** One paragraph of a notice. `findings`: what it rests on; empty for what the template or the roster says. */
export interface NoticeBlock {
  role: Exclude<LineRole, 'expand'>;
  text: string;
  findings: string[];
}

/** What a notice is drafted from. */
export interface NoticeInput {
  campaign: Pick<Campaign, 'name' | 'region' | 'office' | 'checkpoint'>;
  board: readonly Coverage[];
  findings: readonly Finding[];
  template: string;
  /** Day of the notice. */
  today: CivilDate;
  /** 整改期限; null while it is not decided. */
  deadline: CivilDate | null;
  /** The words of a 问题类别. */
  categoryWords(category: string): string;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

/** Drafts the notice: the template's lines, filled in, with counts from the board and sentences from the findings. */
export function draftNotice(input: NoticeInput): NoticeBlock[] {
  const { campaign, today, deadline } = input;
  const day = campaign.checkpoint ?? today;
  const values = {
    地区: campaign.region,
    检查名称: campaign.name,
    检查单位: campaign.office,
    监测时间点: chineseDay(day),
    日期: chineseDay(today),
    整改期限: deadline ? chineseDay(deadline) : '规定期限',
  };
  return templateLines(input.template).flatMap(({ role, text }): NoticeBlock[] => {
    if (role !== 'expand') return [{ role, text: filled(text, values), findings: [] }];
    if (text === '总体情况') return overview(input);
    if (text === '主要问题') return problems(input);
    return [{ role: 'paragraph', text: filled(`{${text}}`, values), findings: [] }];
  });
}

/** The accounts of a board by platform, in the order of notices; platforms without any are left out. */
export function accountsByPlatform(board: readonly Coverage[]): [Platform, number][] {
  const count = (platform: Platform) =>
    board.filter(({ record }) => record.item.kind === 'account' && record.item.platform === platform).length;
  return platforms
    .map((platform): [Platform, number] => [platform, count(platform)])
    .filter(([, n]) => n > 0);
}

function overview({ board, findings }: NoticeInput): NoticeBlock[] {
  const of = (kind: string) => board.filter(({ record }) => record.item.kind === kind);
  const [sites, accounts] = [of('site'), of('account')];
  const byPlatform = accountsByPlatform(board)
    .map(([platform, count]) => `${platformNames[platform][0]}${count}个`)
    .join('、');
  const objects = [
    sites.length > 0 ? `政府网站${sites.length}个` : '',
    accounts.length > 0 ? `政务新媒体${accounts.length}个（${byPlatform}）` : '',
  ].filter(Boolean);
  const { total, covered, percent, states } = progressOf(board);
  const counts = (label: string, some: readonly Coverage[]) => {
    const wrong = some.filter(({ state }) => state === 'problem').length;
    return some.length > 0
      ? [`${label}${some.length}个中，发现问题的${wrong}个，合格率${rate(some.length - wrong, some.length)}`]
      : [];
  };
  const unreachable = states.unreachable > 0 ? `；无法查看${states.unreachable}个` : '';
  const reported = reportable(findings);
  return [
    paragraph(
      `本次共检查${objects.join('、')}，应查${total}个，已查${covered}个，检查覆盖率${percent}%${unreachable}。`,
    ),
    paragraph(
      `${[...counts('政府网站', sites), ...counts('政务新媒体', accounts)].join('；')}。共发现问题${reported.length}条，涉及${
        new Set(reported.map((finding) => finding.unit)).size
      }个单位。`,
      reported,
    ),
  ];
}

function problems({ findings, categoryWords }: NoticeInput): NoticeBlock[] {
  const reported = reportable(findings);
  if (reported.length === 0) return [paragraph('本次检查未发现问题。')];
  const order: readonly string[] = categories;
  const groups = [...new Set(reported.map((finding) => finding.category))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return groups.flatMap((category, index) => {
    const group = reported.filter((finding) => finding.category === category);
    const heading = `（${NUMERALS[index] ?? index + 1}）${categoryWords(category)}（${group.length}条）`;
    return [
      { role: 'subheading' as const, text: heading, findings: group.map(({ id }) => id) },
      ...group.map((finding, number) =>
        paragraph(`${number + 1}．${sentenceOf(finding, categoryWords(category), platformWords(finding))}`, [
          finding,
        ]),
      ),
    ];
  });
}

function platformWords({ platform }: Finding): string {
  return platformNames[platform as Platform]?.[0] ?? platform;
}

function paragraph(text: string, findings: readonly Finding[] = []): NoticeBlock {
  return { role: 'paragraph', text, findings: findings.map(({ id }) => id) };
}

function rate(part: number, whole: number): string {
  return `${Number(((part / whole) * 100).toFixed(1))}%`;
}
