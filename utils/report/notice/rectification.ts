import { type Platform, platformNames } from '../../accounts/platform';
import type { Finding } from '../../findings/finding';
import type { CivilDate } from '../../page/snapshot';
import type { OfficialDocument } from './docx';
import { chineseDay, reportable, sentenceOf } from './facts';
import { filled, templateLines } from './template';

/** The template of a 整改通知单; replaceable like that of the notice. {问题} becomes one paragraph per finding. */
export const RECTIFICATION_TEMPLATE = `标题：政府网站与政务新媒体限期整改通知单
主送：{责任单位}：
在{检查名称}政府网站与政务新媒体检查（监测时间点：{监测时间点}）中，发现你单位存在以下问题：
{问题}
请于{整改期限}前完成整改，并填写附件《整改情况反馈表》报{检查单位}。逾期未反馈的，视为未整改。
落款：{检查单位}
日期：{日期}
`;

export interface RectificationInput {
  campaign: { name: string; office: string; checkpoint: CivilDate | null };
  findings: readonly Finding[];
  template: string;
  today: CivilDate;
  deadline: CivilDate | null;
  categoryWords(category: string): string;
}

/** One 整改通知单 per unit that has findings, with its return form; units in the order of their names. */
export function rectificationNotices(
  input: RectificationInput,
): { unit: string; document: OfficialDocument }[] {
  const byUnit = new Map<string, Finding[]>();
  for (const finding of reportable(input.findings)) {
    const unit = finding.unit || finding.site || finding.host;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), finding]);
  }
  return [...byUnit].map(([unit, findings]) => ({ unit, document: noticeTo(unit, findings, input) }));
}

function noticeTo(unit: string, findings: readonly Finding[], input: RectificationInput): OfficialDocument {
  const { campaign, today, deadline, categoryWords } = input;
  const values = {
    责任单位: unit,
    检查名称: campaign.name,
    检查单位: campaign.office,
    监测时间点: chineseDay(campaign.checkpoint ?? today),
    整改期限: deadline ? chineseDay(deadline) : '规定期限',
    日期: chineseDay(today),
  };
  const sentences = findings.map((finding) =>
    sentenceOf(
      finding,
      categoryWords(finding.category),
      platformNames[finding.platform as Platform]?.[0] ?? finding.platform,
    ),
  );
  const blocks = templateLines(input.template).flatMap(({ role, text }) => {
    if (role !== 'expand') return [{ role, text: filled(text, values) }];
    if (text !== '问题') return [{ role: 'paragraph' as const, text: filled(`{${text}}`, values) }];
    return sentences.map((sentence, index) => ({
      role: 'paragraph' as const,
      text: `${index + 1}．${sentence}依据：${findings[index]!.indicator} ${findings[index]!.clause}。网址：${findings[index]!.url}`.replace(
        '依据： 。',
        '',
      ),
    }));
  });
  return {
    blocks,
    annexes: [
      {
        title: '整改情况反馈表',
        header: ['序号', '问题', '整改情况', '完成时间', '责任人及电话'],
        widths: [8, 40, 26, 12, 14],
        rows: [
          ...sentences.map((sentence, index) => [String(index + 1), sentence, '', '', '']),
          ['', `填报单位（盖章）：${unit}`, '', '', ''],
        ],
      },
    ],
  };
}
