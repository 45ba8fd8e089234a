import { consultationArticle, consultationRoutes, feedbackArticles } from '../../layouts/consultation';
import { consultations } from './consultations';
import { column, departmentSite, noticeColumn, workColumn } from './department';

/** 云河市住房和城乡建设局: one consultation of its was closed and never reported on. */
export const housingSite = departmentSite({
  host: 'zjj',
  name: '云河市住房和城乡建设局',
  code: '0011',
  colour: '#1f5fa8',
  home: [
    workColumn(
      [
        ['2024-04-16 10:12', '市住房和城乡建设局检查在建工程施工安全'],
        ['2024-04-11 15:40', '老旧小区改造现场观摩会召开'],
        ['2024-04-03 09:05', '城市更新项目用地保障协调会召开'],
        ['2024-03-22 11:30', '市住房和城乡建设局开展燃气安全入户检查'],
      ],
      'boxes',
    ),
    noticeColumn([
      ['2024-04-09 09:00', '关于开展房屋市政工程安全隐患排查的通知'],
      ['2024-03-12 16:20', '关于公布2024年第一批公共租赁住房配租结果的公告'],
      ['2024-01-15 10:45', '云河市住房和城乡建设局2023年政府信息公开工作年度报告'],
    ]),
    column('意见征集', '/hdjl/yjzj/', 'spans', consultations.map(consultationArticle)),
  ],
  others: [column('结果反馈', '/hdjl/jgfk/', 'spans', consultations.flatMap(feedbackArticles))],
  special: { routes: (identity) => consultationRoutes(identity, consultations) },
});
