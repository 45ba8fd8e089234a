import { paragraphs, table } from '../../html';
import { buildSite } from '../../layouts/build';
import { type Column, DOMAIN, type Identity } from '../../site';

/** 云河市公安局: the list of powers carries three wrong words. */
const police: Identity = {
  host: `gaj.${DOMAIN}`,
  name: '云河市公安局',
  owner: '云河市公安局',
  siteId: '9900000012',
  colour: '#1b3f7a',
  nav: [
    ['首页', '/'],
    ['警务动态', '/jwdt/'],
    ['通知公告', '/tzgg/'],
    ['权力清单', '/zwgk/qlqd/'],
  ],
};

/** 处法 for 处罚, 办里 for 办理, 限期改证 for 限期改正: meant to be found. */
const powers = [
  ['行政许可', '民用爆炸物品购买许可', '《民用爆炸物品安全管理条例》', '治安管理支队'],
  ['行政处罚', '对扰乱公共秩序行为的处法', '《中华人民共和国治安管理处罚法》', '治安管理支队'],
  ['行政确认', '居住登记和居住证办里', '《居住证暂行条例》', '人口管理支队'],
  ['行政检查', '对旅馆业治安管理的检查，发现问题的责令限期改证', '《旅馆业治安管理办法》', '治安管理支队'],
  ['行政强制', '扣留机动车', '《中华人民共和国道路交通安全法》', '交通警察支队'],
] as const;

const news: Column = {
  name: '警务动态',
  path: '/jwdt/',
  layout: 'spans',
  articles: [
    { at: '2024-04-17 17:10', title: '云河市公安局开展夜间巡逻防控行动' },
    { at: '2024-04-12 10:30', title: '云河市公安局组织反诈宣传进社区' },
    { at: '2024-04-07 09:00', title: '全市公安机关圆满完成清明期间安全保卫工作' },
  ],
};

const notices: Column = {
  name: '通知公告',
  path: '/tzgg/',
  layout: 'table',
  articles: [
    { at: '2024-03-26 11:00', title: '关于调整城区部分路段交通信号的通告' },
    { at: '2024-02-20 09:30', title: '关于公开招聘警务辅助人员的公告' },
  ],
};

const powerList: Column = {
  name: '权力清单',
  path: '/zwgk/qlqd/',
  layout: 'spans',
  articles: [
    {
      at: '2024-03-15 15:00',
      title: '2024年云河市公安局权力清单',
      text: `${paragraphs('根据机构职责和法律法规，现将云河市公安局2024年权力清单公布如下。')}
${table(
  ['序号', '权力类型', '权力名称', '实施依据', '实施主体'],
  powers.map((cells, index) => [index + 1, ...cells]),
)}`,
    },
  ],
};

export const policeSite = buildSite(police, { home: [news, notices, powerList] });
