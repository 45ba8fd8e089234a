import { buildSite } from '../../layouts/build';
import { type Column, DOMAIN, type Site } from '../../site';

/** The county portals: small, in good order, alike in build as county portals of one city are. The last one has moved. */
const COUNTIES = [
  ['qingling', '青岭县', '9900000021', '#2f6b3c', '茶叶', false],
  ['nantang', '南塘县', '9900000022', '#1f5fa8', '水稻', false],
  ['baishi', '白石县', '9900000023', '#7a4b1b', '石材', true],
] as const;

export const countySites: readonly Site[] = COUNTIES.map(countySite);

function countySite(
  [host, county, siteId, colour, trade, moved]: (typeof COUNTIES)[number],
  index: number,
): Site {
  const news: Column = {
    name: '动态要闻',
    path: '/xw/dtyw/',
    layout: 'spans',
    articles: [
      { at: `2024-04-${17 - index} 09:20`, title: `${county}召开一季度经济运行分析会` },
      { at: '2024-04-12 16:10', title: `${county}开展春季安全生产检查` },
      { at: '2024-04-08 10:05', title: `${county}${trade}产业培训班开班` },
      { at: '2024-03-29 15:30', title: `${county}组织干部义务植树` },
    ],
  };
  const notices: Column = {
    name: '通知公告',
    path: '/xw/tzgg/',
    layout: 'table',
    articles: [
      { at: '2024-04-10 11:00', title: `${county}关于开展食品安全抽检的公告` },
      { at: '2024-03-18 09:40', title: `${county}关于公开招聘社区工作者的公告` },
      { at: '2024-02-26 14:20', title: `${county}关于春季森林防火的通告` },
    ],
  };
  const policies: Column = {
    name: '政策文件',
    path: '/zwgk/zcwj/',
    layout: 'spans',
    articles: [
      { at: '2024-03-06 10:00', title: `${county}人民政府办公室关于做好春耕备耕工作的通知` },
      { at: '2024-01-17 10:00', title: `${county}人民政府关于加强农村公路养护的意见` },
    ],
  };
  const site = buildSite(
    {
      host: `${host}.${DOMAIN}`,
      name: `${county}人民政府`,
      owner: `${county}人民政府办公室`,
      siteId,
      colour,
      nav: [
        ['首页', '/'],
        ['动态要闻', '/xw/dtyw/'],
        ['通知公告', '/xw/tzgg/'],
        ['政策文件', '/zwgk/zcwj/'],
      ],
    },
    { home: [news, notices, policies] },
  );
  return moved ? { ...site, formerHost: `www.${host}.${DOMAIN}` } : site;
}
