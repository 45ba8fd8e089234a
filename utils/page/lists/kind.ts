import type { ColumnKind } from '../snapshot';

/** Words of column names, most telling first: a name with several takes the first kind that matches. */
const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['feedback', /结果反馈|意见(?:采纳|反馈)|采纳情况|征集(?:结果|反馈|情况)|结果公布|意见征集情况|情况说明/],
  ['consultation', /征集|征求意见|民意|网上调查|公众参与|草案|问卷|调查/],
  ['mailbox', /信箱|来信|留言|咨询|信件|答复|投诉|互动回复|回复选登|问政|领导之窗.*信/],
  ['interpretation', /解读|图解|一图读懂|政策问答/],
  ['annualReport', /年报|年度报告|年度报表|工作年度/],
  ['budget', /预决?算|决算|三公|财政资金|财政信息/],
  ['procurement', /采购|招标|招投标|中标|拍卖|交易/],
  ['statistics', /统计|数据|经济运行|指标/],
  ['personnel', /人事|任免|招考|招聘|录用|干部|公务员/],
  ['plan', /规划|计划|纲要/],
  ['policy', /政策|文件|法规|规章|规范性|条例|法律|公文|政令|办发|府发|政发/],
  ['notice', /公告|公示|通知|通告|通报/],
  [
    'news',
    /动态|要闻|新闻|快讯|快报|信息播报|头条|时政|资讯|政务信息|今日|热点|播报|速递|工作信息|关注|活动/,
  ],
  ['service', /服务|办事|指南|事项/],
];

/** The kind of a column by its name; `other` when the name says nothing. */
export function columnKind(name: string): ColumnKind {
  return KINDS.find(([, words]) => words.test(name))?.[0] ?? 'other';
}
