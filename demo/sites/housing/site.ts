import { buildSite } from '../../layouts/build';
import { consultationArticle, consultationRoutes, feedbackArticles } from '../../layouts/consultation';
import type { Column } from '../../site';
import { consultations } from './consultations';
import { housing } from './identity';

const work: Column = {
  name: '工作动态',
  path: '/gzdt/',
  layout: 'boxes',
  articles: [
    { at: '2024-04-16 10:12', title: '市住房和城乡建设局检查在建工程施工安全' },
    { at: '2024-04-11 15:40', title: '老旧小区改造现场观摩会召开' },
    { at: '2024-04-03 09:05', title: '城市更新项目用地保障协调会召开' },
    { at: '2024-03-22 11:30', title: '市住房和城乡建设局开展燃气安全入户检查' },
  ],
};

const notices: Column = {
  name: '通知公告',
  path: '/tzgg/',
  layout: 'table',
  articles: [
    { at: '2024-04-09 09:00', title: '关于开展房屋市政工程安全隐患排查的通知' },
    { at: '2024-03-12 16:20', title: '关于公布2024年第一批公共租赁住房配租结果的公告' },
    { at: '2024-01-15 10:45', title: '云河市住房和城乡建设局2023年政府信息公开工作年度报告' },
  ],
};

const consultationColumn: Column = {
  name: '意见征集',
  path: '/hdjl/yjzj/',
  layout: 'spans',
  articles: consultations.map(consultationArticle),
};

const feedbackColumn: Column = {
  name: '结果反馈',
  path: '/hdjl/jgfk/',
  layout: 'spans',
  articles: consultations.flatMap(feedbackArticles),
};

export const housingSite = buildSite(housing, {
  home: [work, notices, consultationColumn],
  others: [feedbackColumn],
  special: consultationRoutes(housing, consultations),
});
