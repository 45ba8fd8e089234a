import type { IndicatorPack, Threshold } from '../pack';
import { disclosureChecks, disclosureIndicators } from './disclosure';
import { interactionChecks, interactionIndicators } from './interaction';
import { safetyChecks, safetyIndicators } from './safety';

const NATIONAL = '国办秘函〔2019〕19号 附件《政府网站与政务新媒体检查指标》';
const LOCAL = '各地季度检查通报（口径不一，使用前请核实）';

const days = (value: number): Threshold => ({ value, unit: 'days', source: NATIONAL, verified: true });
const months = (value: number, source = NATIONAL, verified = true): Threshold => ({
  value,
  unit: 'months',
  source,
  verified,
});
const count = (value: number): Threshold => ({ value, unit: 'count', source: NATIONAL, verified: true });
/** The early warning is ours, not the rule's: a reminder this long before the limit. */
const warn = (value: number): Threshold => ({
  value,
  unit: 'days',
  source: '提醒设置，非指标要求',
  verified: true,
});

/**
 * 国办秘函〔2019〕19号: the checklist that quarterly inspections of government sites and official accounts still rest on.
 * Numbers that were not confirmed in the text of the document carry `verified: false`, and every screen says so.
 */
export const guoban201919: IndicatorPack = {
  id: 'guoban-2019-19',
  name: '政府网站与政务新媒体检查指标（2019）',
  issuer: '国务院办公厅秘书局',
  issued: '2019-04-18',
  version: 1,
  indicators: {
    ...interactionIndicators,
    ...disclosureIndicators,
    ...safetyIndicators,
    V1: {
      id: 'V1',
      clause: '安全、泄密事故等严重问题（含伪造发稿日期）',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: {},
    },
    V3: {
      id: 'V3',
      clause: '首页栏目两周内未更新；信息未注明发布时间的视为不更新',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { limit: days(14), warn: warn(3) },
    },
    'V4a-news': {
      id: 'V4a-news',
      clause: '动态、要闻类栏目两周内未更新（与其他未更新栏目合计 5 个及以上）',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { limit: days(14), warn: warn(3), columns: count(5) },
    },
    'V4a-notice': {
      id: 'V4a-notice',
      clause: '通知公告、政策文件类栏目 6 个月内未更新（与其他未更新栏目合计 5 个及以上）',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { limit: months(6), warn: warn(14), columns: count(5) },
    },
    V4b: {
      id: 'V4b',
      clause: '应更新栏目 1 年内未更新（10 个及以上）',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { limit: months(12), warn: warn(30), columns: count(10) },
    },
    V4c: {
      id: 'V4c',
      clause: '空白栏目（5 个及以上）',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { columns: count(5) },
    },
    'D1-policy': {
      id: 'D1-policy',
      clause: '政策解读等政策类栏目 6 个月内未更新',
      source: NATIONAL,
      verified: false,
      veto: false,
      points: 5,
      thresholds: { limit: months(6, NATIONAL, false), warn: warn(14) },
    },
    'D2-statistics': {
      id: 'D2-statistics',
      clause: '统计数据类栏目 3 个月内未更新',
      source: NATIONAL,
      verified: true,
      veto: false,
      points: 2,
      thresholds: { limit: months(3), warn: warn(7) },
    },
    'D3-replies': {
      id: 'D3-replies',
      clause: '留言答复公开栏目 2 个月内未更新',
      source: NATIONAL,
      verified: true,
      veto: false,
      points: 3,
      thresholds: { limit: months(2), warn: warn(7) },
    },
    M2: {
      id: 'M2',
      clause: '政务新媒体监测时间点前 2 周内无更新',
      source: NATIONAL,
      verified: true,
      veto: true,
      thresholds: { limit: days(14), warn: warn(3) },
    },
    burst: {
      id: 'burst',
      clause: '临近监测时间点集中更新（踩点更新），供复核参考',
      source: LOCAL,
      verified: false,
      veto: false,
      thresholds: {
        gap: { value: 30, unit: 'days', source: LOCAL, verified: false },
        burst: { value: 3, unit: 'days', source: LOCAL, verified: false },
        items: { value: 3, unit: 'count', source: LOCAL, verified: false },
      },
    },
  },
  checks: {
    ...interactionChecks,
    ...disclosureChecks,
    ...safetyChecks,
    homeUpdate: 'V3',
    boxUpdate: 'V4a-notice',
    publishDate: 'V3',
    lastUpdate: 'V4a-notice',
    blankColumns: 'V4c',
    dateConflict: 'V1',
    updateBurst: 'burst',
    accountUpdate: 'M2',
  },
  columns: {
    news: 'V4a-news',
    notice: 'V4a-notice',
    policy: 'V4a-notice',
    interpretation: 'D1-policy',
    statistics: 'D2-statistics',
    feedback: 'V4b',
    consultation: 'V4b',
    mailbox: 'D3-replies',
    annualReport: 'V4b',
    personnel: 'V4b',
    plan: 'V4b',
    budget: 'V4b',
    procurement: 'V4b',
  },
  otherColumns: 'V4b',
};
