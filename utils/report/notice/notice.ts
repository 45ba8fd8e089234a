import { type Platform, platformNames, platforms } from '../../accounts/platform';
import type { Campaign } from '../../campaign/campaign';
import { pointsOf } from '../../campaign/points';
import { progressOf } from '../../campaign/progress/board';
import type { Coverage } from '../../campaign/progress/state';
import { type RecheckRate, silentUnits } from '../../campaign/recheckRate';
import { categories } from '../../checks/category';
import type { Finding } from '../../findings/finding';
import type { CivilDate } from '../../page/snapshot';
import { chineseDay, reportable, sentenceOf, unitOf } from './facts';
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
  /** The campaign before it and what became of its problems; null without one. */
  previous: { name: string; rate: RecheckRate } | null;
  /** Titles of the annexes, in their order. */
  annexes: readonly string[];
  /** The words of a 问题类别. */
  categoryWords(category: string): string;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

/** Drafts the notice: the template's lines, filled in, with counts from the board and sentences from the findings. */
export function draftNotice(given: NoticeInput): NoticeBlock[] {
  // What is closed or exempt was not inspected and counts nowhere.
  const input = { ...given, board: given.board.filter(({ state }) => state !== 'exempt') };
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
    if (text === '上次整改情况') return rectified(input);
    if (text === '附件说明') return annexNote(input.annexes);
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
  const points = pointsOf(reported);
  return [
    paragraph(
      `本次共检查${objects.join('、')}，应查${total}个，已查${covered}个，检查覆盖率${percent}%${unreachable}。`,
    ),
    paragraph(
      `${[...counts('政府网站', sites), ...counts('政务新媒体', accounts)].join('；')}。共发现问题${points.length}条，涉及${
        new Set(reported.map(unitOf)).size
      }个单位。`,
      reported,
    ),
  ];
}

/** What became of what the campaign before had found; nothing where it had found nothing. */
function rectified({ previous }: NoticeInput): NoticeBlock[] {
  if (!previous || previous.rate.total === 0) return [];
  const { total, passed, percent } = previous.rate;
  const silent = silentUnits(previous.rate);
  const named = silent.length > 0 ? `逾期未反馈整改情况的单位：${silent.join('、')}。` : '';
  return [
    paragraph(
      `${previous.name}检查发现的${total}条问题，经复查，整改合格${passed}条，复查合格率${percent}%。${named}`,
    ),
  ];
}

function problems({ findings, categoryWords }: NoticeInput): NoticeBlock[] {
  const reported = reportable(findings);
  if (reported.length === 0) return [paragraph('本次检查未发现问题。')];
  const order: readonly string[] = categories;
  const points = pointsOf(reported);
  const groups = [...new Set(points.map(({ first }) => first.category))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return groups.flatMap((category, index) => {
    const group = points.filter(({ first }) => first.category === category);
    const heading = `（${NUMERALS[index] ?? index + 1}）${categoryWords(category)}（${group.length}条）`;
    return [
      {
        role: 'subheading' as const,
        text: heading,
        findings: group.flatMap(({ findings }) => findings.map(({ id }) => id)),
      },
      ...group.map((point, number) =>
        paragraph(`${number + 1}．${sentenceOf(point, categoryWords(category))}`, point.findings),
      ),
    ];
  });
}

/** 附件说明: what is annexed; numbered when it is more than one. */
export function annexNote(titles: readonly string[]): NoticeBlock[] {
  return titles.map((title, index) => {
    const number = titles.length > 1 ? `${index + 1}．` : '';
    return { role: 'annex', text: `${index === 0 ? '附件：' : ''}${number}${title}`, findings: [] };
  });
}

function paragraph(text: string, findings: readonly Finding[] = []): NoticeBlock {
  return { role: 'paragraph', text, findings: findings.map(({ id }) => id) };
}

function rate(part: number, whole: number): string {
  return `${Number(((part / whole) * 100).toFixed(1))}%`;
}
