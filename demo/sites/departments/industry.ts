import { annualReport } from '../../layouts/report';
import type { Site } from '../../site';
import { departmentSite, noticeColumn, type Row, reportColumn, workColumn } from './department';

/** 建全 for 健全 and 反溃 for 反馈: meant to be found. Its figures add up. */
const report: Row = {
  at: '2024-01-24 10:00',
  title: '云河市工业和信息化局2023年政府信息公开工作年度报告',
  text: annualReport({
    overview: [
      '2023年，云河市工业和信息化局认真贯彻落实《中华人民共和国政府信息公开条例》，进一步建全工作机制，全年主动公开政府信息126条。',
      '对群众通过网站提出的问题，明确专人负责，做到及时反溃，全年答复18件。',
    ],
    published: [
      ['工作动态', 74],
      ['通知公告', 31],
      ['财政信息', 21],
    ],
    total: 126,
    problems: '主要问题是政策解读的形式还比较单一。下一步将综合运用图表、问答等方式，提高解读质量。',
  }),
};

/** 云河市工业和信息化局: the annual report carries two wrong words. */
const industry = (reports: readonly Row[]): Site =>
  departmentSite({
    host: 'gxj',
    name: '云河市工业和信息化局',
    code: '0013',
    colour: '#24705c',
    home: [
      workColumn([
        ['2024-04-15 16:00', '市工业和信息化局走访重点企业'],
        ['2024-04-08 10:20', '全市工业经济运行分析会召开'],
        ['2024-03-27 09:50', '中小企业数字化转型培训班开班'],
      ]),
      noticeColumn([
        ['2024-04-02 11:15', '关于申报2024年技术改造项目的通知'],
        ['2024-02-28 15:00', '关于组织参加工业节能诊断服务的通知'],
      ]),
      reportColumn(reports),
    ],
  });

export const industrySite = industry([report]);

/** The same site after the report was taken down instead of corrected: gone is not put right. */
export const industrySiteWithout = industry([]);
