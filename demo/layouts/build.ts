import { htmlReply, paragraphs } from '../html';
import type { Column, Identity, Routes, Site } from '../site';
import { columnRoutes } from './columns';
import { framed } from './frame';
import { homePage } from './home';
import { searchRoute } from './search';
import { markImage, styleSheet } from './style';

/**
 * A whole site from its columns: home page, list and article pages, search, style, footer pages.
 * @param home the columns with a box on the home page, headline column first.
 * @param others columns reachable by navigation only.
 * @param special pages with a layout of their own; they win over generated ones.
 * @param extraBox HTML of a further box on the home page.
 */
export function buildSite(
  identity: Identity,
  {
    home,
    others = [],
    special = {},
    extraBox,
  }: { home: readonly Column[]; others?: readonly Column[]; special?: Routes; extraBox?: string },
): Site {
  const columns = [...home, ...others];
  return {
    identity,
    routes: {
      '/': () => htmlReply(homePage(identity, home, extraBox)),
      '/css/site.css': () => styleSheet(identity),
      '/img/dzjg.svg': () => markImage('党政机关', '#a33'),
      '/img/jiucuo.svg': () => markImage('找错', '#36a'),
      '/search': searchRoute(identity, columns),
      ...footerPages(identity),
      ...Object.assign({}, ...columns.map((column) => columnRoutes(identity, column))),
      ...special,
    },
  };
}

const about: Record<string, readonly [name: string, text: string]> = {
  '/gywm/': ['关于我们', '本网站是政务公开和网上服务的平台，及时发布政府信息，提供办事指南，听取意见建议。'],
  '/wzdt/': ['网站地图', '本网站设有动态、公告、政策、公开和互动等栏目，可以从页面上方的导航进入。'],
  '/lxwm/': ['联系我们', '政务服务便民热线：12345。地址：云河市政务服务中心。'],
  '/gaba/': ['公安备案', '本网站已办理公安机关联网备案。'],
};

function footerPages(identity: Identity): Routes {
  return Object.fromEntries(
    Object.entries(about).map(([path, [name, text]]) => [
      path,
      () =>
        htmlReply(
          framed(identity, {
            title: `${name}_${identity.name}`,
            crumbs: [[name, path]],
            main: `<div class="panel"><h1 class="title">${name}</h1><div class="content">${paragraphs(text)}</div></div>`,
          }),
        ),
    ]),
  );
}
