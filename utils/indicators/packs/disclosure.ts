import type { Indicator, Threshold } from '../pack';

const REGULATION = '《中华人民共和国政府信息公开条例》（国务院令第711号）';
const NATIONAL = '国办秘函〔2019〕19号 附件《政府网站与政务新媒体检查指标》';
const FORMAT = '《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）';
const LOCAL = '各地政策解读规定（口径不一，使用前请核实）';
const NOTICES = '各地检查通报中的常见问题';

const number = (value: number, unit: Threshold['unit'], source: string, verified: boolean): Threshold => ({
  value,
  unit,
  source,
  verified,
});
const indicator = (
  id: string,
  clause: string,
  source: string,
  verified: boolean,
  thresholds: Indicator['thresholds'] = {},
): Indicator => ({ id, clause, source, verified, veto: false, thresholds });

/** Policy documents, their interpretation, and annual reports. */
export const disclosureIndicators: Readonly<Record<string, Indicator>> = {
  D9: indicator('D9', '政策文件与解读材料相互关联', NATIONAL, true),
  A1: indicator(
    'A1',
    '主动公开的政府信息，自形成或者变更之日起 20 个工作日内公开（第二十六条）',
    REGULATION,
    true,
    {
      limit: number(20, 'workingDays', REGULATION, true),
    },
  ),
  'A-header': indicator(
    'A-header',
    '政策文件标明索引号、发布机构、文号、成文日期、发布日期、有效性',
    NOTICES,
    false,
  ),
  P1: indicator('P1', '解读材料与文件同步发布，最迟不超过 3 个工作日', LOCAL, false, {
    limit: number(3, 'workingDays', LOCAL, false),
  }),
  'P1-form': indicator('P1-form', '丰富解读形式，提高图解、视频等解读的比例', LOCAL, false),
  A2: indicator(
    'A2',
    '部门每年 1 月 31 日前、县级以上政府每年 3 月 31 日前公布上一年度政府信息公开工作年度报告（第四十九条）',
    REGULATION,
    true,
    {
      department: number(1, 'months', REGULATION, true),
      government: number(3, 'months', REGULATION, true),
    },
  ),
  'A2-format': indicator('A2-format', '年度报告按规定格式分六个部分，表中数据关系正确', FORMAT, true),
  sums: indicator('sums', '公布的数据前后一致，比率与数量相符', NOTICES, false),
};

export const disclosureChecks: Readonly<Record<string, string>> = {
  policyHeader: 'A-header',
  policyLinks: 'D9',
  publicationDelay: 'A1',
  interpretationDelay: 'P1',
  interpretationForm: 'P1-form',
  annualReportDue: 'A2',
  annualReportChapters: 'A2-format',
  annualReportTotals: 'A2-format',
  statedRates: 'sums',
};
