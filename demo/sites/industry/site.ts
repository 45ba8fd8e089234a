import { buildSite } from '../../layouts/build';
import { annualReport } from '../../layouts/report';
import { type Column, DOMAIN, type Identity } from '../../site';

/** 云河市工业和信息化局: the annual report carries two wrong words; its figures add up. */
const industry: Identity = {
  host: `gxj.${DOMAIN}`,
  name: '云河市工业和信息化局',
  owner: '云河市工业和信息化局',
  siteId: '9900000013',
  colour: '#24705c',
  nav: [
    ['首页', '/'],
    ['工作动态', '/gzdt/'],
    ['通知公告', '/tzgg/'],
    ['信息公开年报', '/zwgk/nb/'],
  ],
};

const work: Column = {
  name: '工作动态',
  path: '/gzdt/',
  layout: 'spans',
  articles: [
    { at: '2024-04-15 16:00', title: '市工业和信息化局走访重点企业' },
    { at: '2024-04-08 10:20', title: '全市工业经济运行分析会召开' },
    { at: '2024-03-27 09:50', title: '中小企业数字化转型培训班开班' },
  ],
};

const notices: Column = {
  name: '通知公告',
  path: '/tzgg/',
  layout: 'table',
  articles: [
    { at: '2024-04-02 11:15', title: '关于申报2024年技术改造项目的通知' },
    { at: '2024-02-28 15:00', title: '关于组织参加工业节能诊断服务的通知' },
  ],
};

/** 建全 for 健全 and 反溃 for 反馈: meant to be found. */
const reports: Column = {
  name: '信息公开年报',
  path: '/zwgk/nb/',
  layout: 'spans',
  articles: [
    {
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
    },
  ],
};

export const industrySite = buildSite(industry, { home: [work, notices, reports] });
