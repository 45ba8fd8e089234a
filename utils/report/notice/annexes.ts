import { platformNames, platforms } from '../../accounts/platform';
import { pointsOf } from '../../campaign/points';
import type { Coverage } from '../../campaign/progress/state';
import type { Finding } from '../../findings/finding';
import type { AnnexTable } from './docx';
import { basisOf, reportable, sentenceOf, unitOf } from './facts';

/** 检查对象汇总表, without what is closed or exempt: by kind and platform, what there is, what was looked at and how many are in order. */
export function summaryAnnex(all: readonly Coverage[]): AnnexTable {
  const board = all.filter(({ state }) => state !== 'exempt');
  const groups: [string, Coverage[]][] = [
    ['政府网站', board.filter(({ record }) => record.item.kind !== 'account')],
    ...platforms.map((platform): [string, Coverage[]] => [
      platformNames[platform][0]!,
      board.filter(({ record }) => record.item.platform === platform),
    ]),
  ];
  const rows = [...groups, ['合计', [...board]] as [string, Coverage[]]]
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => {
      const count = (...states: string[]) => items.filter(({ state }) => states.includes(state)).length;
      const checked = count('clear', 'problem');
      const good = count('clear');
      const rate = checked === 0 ? '—' : `${Number(((good / checked) * 100).toFixed(1))}%`;
      return [name, items.length, checked, count('problem'), count('unreachable'), rate].map(String);
    });
  return {
    title: '检查情况汇总表',
    header: ['类别', '总数', '已查', '有问题', '无法查看', '合格率'],
    rows,
  };
}

/** 问题清单: one point a row, with the clause it rests on; a number that nobody has confirmed is marked. */
export function findingsAnnex(
  findings: readonly Finding[],
  categoryWords: (category: string) => string,
  unverified: ReadonlySet<string>,
): AnnexTable {
  return {
    title: '问题清单',
    header: ['序号', '责任单位', '类别', '问题', '依据', '网页'],
    widths: [7, 16, 13, 33, 12, 19],
    rows: pointsOf(reportable(findings)).map((point, index) => {
      const { url, category } = point.first;
      return [
        String(index + 1),
        unitOf(point.first),
        categoryWords(category),
        sentenceOf(point, categoryWords(category)),
        basisOf(point.first, unverified),
        url,
      ];
    }),
  };
}
