import { pointsOf } from '../../campaign/points';
import type { Finding } from '../../findings/finding';
import type { CivilDate } from '../../page/snapshot';
import type { AnnexTable } from './docx';
import { basisOf, chineseDay, reportable, sentenceOf, unitOf } from './facts';
import { annexNote, type NoticeBlock } from './notice';
import { filled, templateLines } from './template';

/** The template of a 整改通知单; replaceable like that of the notice. {问题} becomes one paragraph per finding. */
export const RECTIFICATION_TEMPLATE = `标题：政府网站与政务新媒体限期整改通知单
主送：{责任单位}：
在{检查名称}政府网站与政务新媒体检查（监测时间点：{监测时间点}）中，发现你单位存在以下问题：
{问题}
请于{整改期限}前完成整改，并填写附件《整改情况反馈表》报{检查单位}。逾期未反馈的，视为未整改。
{附件说明}
落款：{检查单位}
日期：{日期}
`;

export interface RectificationInput {
  campaign: { name: string; office: string; checkpoint: CivilDate | null };
  findings: readonly Finding[];
  template: string;
  today: CivilDate;
  deadline: CivilDate | null;
  /** Numbers of rules that nobody has confirmed; they are marked. */
  unverified: ReadonlySet<string>;
  categoryWords(category: string): string;
}

/** A 整改通知单 of one unit, with its return form. */
export interface UnitNotice {
  unit: string;
  blocks: NoticeBlock[];
  annexes: AnnexTable[];
}

/** One 整改通知单 per unit that has findings; units in the order of their names. */
export function rectificationNotices(input: RectificationInput): UnitNotice[] {
  const byUnit = new Map<string, Finding[]>();
  for (const finding of reportable(input.findings)) {
    const unit = unitOf(finding);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), finding]);
  }
  return [...byUnit].map(([unit, findings]) => noticeTo(unit, findings, input));
}

function noticeTo(unit: string, findings: readonly Finding[], input: RectificationInput): UnitNotice {
  const { campaign, today, deadline, categoryWords, unverified } = input;
  const values = {
    责任单位: unit,
    检查名称: campaign.name,
    检查单位: campaign.office,
    监测时间点: chineseDay(campaign.checkpoint ?? today),
    整改期限: deadline ? chineseDay(deadline) : '规定期限',
    日期: chineseDay(today),
  };
  const points = pointsOf(findings).map((point) => ({
    ...point,
    sentence: sentenceOf(point, categoryWords(point.first.category)),
  }));
  const blocks = templateLines(input.template).flatMap(({ role, text }): NoticeBlock[] => {
    if (role !== 'expand') return [{ role, text: filled(text, values), findings: [] }];
    if (text === '附件说明') return annexNote([RETURN_FORM]);
    if (text !== '问题') return [{ role: 'paragraph', text: filled(`{${text}}`, values), findings: [] }];
    return points.map(({ first, findings, sentence }, index) => {
      const basis = first.indicator ? `依据：${basisOf(first, unverified)} ${first.clause}。` : '';
      return {
        role: 'paragraph',
        text: `${index + 1}．${sentence}${basis}网址：${first.url}`,
        findings: findings.map(({ id }) => id),
      };
    });
  });
  return {
    unit,
    blocks,
    annexes: [
      returnForm(
        unit,
        points.map(({ sentence }) => sentence),
      ),
    ],
  };
}

const RETURN_FORM = '整改情况反馈表';

/** What the unit sends back: each problem with room for what was done about it. */
function returnForm(unit: string, sentences: readonly string[]): AnnexTable {
  return {
    title: RETURN_FORM,
    header: ['序号', '问题', '整改情况', '完成时间', '责任人及电话'],
    widths: [8, 40, 26, 12, 14],
    rows: sentences.map((sentence, index) => [String(index + 1), sentence, '', '', '']),
    foot: [`填报单位（盖章）：${unit}`, '填报日期：　　　　年　　月　　日'],
  };
}
