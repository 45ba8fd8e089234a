import type { Indicator, Threshold } from '../pack';

const NATIONAL = '国办秘函〔2019〕19号 附件《政府网站与政务新媒体检查指标》';
const DECISIONS = '《重大行政决策程序暂行条例》（国务院令第713号）第十五条';
const NORMATIVE = '行政规范性文件制定和监督管理的规定（各地口径，使用前请核实）';
const LOCAL = '各地留言办理规定（3 至 10 个工作日不等，使用前请核实）';
const CUSTOM = '各地检查通报的通行口径（未在国家文件中核实）';

const number = (value: number, unit: Threshold['unit'], source: string, verified: boolean): Threshold => ({
  value,
  unit,
  source,
  verified,
});

/** Consultations and messages. */
export const interactionIndicators: Readonly<Record<string, Indicator>> = {
  D4: {
    id: 'D4',
    clause: '一年内开展的征集调查活动不少于 6 次',
    source: NATIONAL,
    verified: false,
    veto: false,
    thresholds: { perYear: number(6, 'count', NATIONAL, false) },
  },
  D6: {
    id: 'D6',
    clause: '征集调查活动结束后，公开征集结果、意见采纳情况',
    source: NATIONAL,
    verified: true,
    veto: false,
    thresholds: { limit: number(1, 'months', CUSTOM, false) },
  },
  'C1-length': {
    id: 'C1-length',
    clause: '公开征求意见的期限：重大行政决策、规章一般不少于 30 日，行政规范性文件一般不少于 7 个工作日',
    source: DECISIONS,
    verified: true,
    veto: false,
    thresholds: {
      major: number(30, 'days', DECISIONS, true),
      normative: number(7, 'workingDays', NORMATIVE, true),
    },
  },
  C4: {
    id: 'C4',
    clause: '征集活动应说明事项、依据、参与方式和起止时间',
    source: NATIONAL,
    verified: true,
    veto: false,
    thresholds: {},
  },
  V5b: {
    id: 'V5b',
    clause: '一年内存在超过 3 个月未回应的网民留言（调查征集、访谈、信访、举报除外）',
    source: NATIONAL,
    verified: true,
    veto: true,
    thresholds: {
      limit: number(3, 'months', NATIONAL, true),
      within: number(12, 'months', NATIONAL, true),
      local: number(10, 'workingDays', LOCAL, false),
    },
  },
  L1: {
    id: 'L1',
    clause: '信件受理、办结数量应相符，未办结的应在期限内',
    source: LOCAL,
    verified: false,
    veto: false,
    thresholds: {},
  },
};

export const interactionChecks: Readonly<Record<string, string>> = {
  consultationFeedback: 'D6',
  consultationLength: 'C1-length',
  consultationContent: 'C4',
  consultationCount: 'D4',
  messageReply: 'V5b',
  messageCounters: 'L1',
};
