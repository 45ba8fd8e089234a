import { htmlReply } from '../html';
import { buildSite } from '../layouts/build';
import { framed } from '../layouts/frame';
import { DOMAIN, type Identity, type Reply, type Site } from '../site';
import { hostileCssPage } from './css';
import { gbkPage, quirksPage, xhtmlPage } from './encodings';
import { oddArticle } from './rows';
import {
  frameBustingPage,
  frameContentPage,
  framedListPage,
  lateBodyPage,
  spaPage,
  strictPolicyPage,
  writtenDatesPage,
} from './scripts';

/** 云河市网页兼容测试: pages that are hard on an extension, one difficulty each. */
const odd: Identity = {
  host: `test.${DOMAIN}`,
  name: '云河市网页兼容测试',
  owner: '云河市电子政务中心',
  siteId: '9900000099',
  colour: '#555c66',
  nav: [['首页', '/']],
};

const pages: Record<string, readonly [name: string, page: () => Reply]> = {
  '/gbk/': ['国标编码', gbkPage],
  '/xhtml/': ['XHTML', xhtmlPage],
  '/quirks/': ['没有文档类型', quirksPage],
  '/csp/': ['严格内容安全策略', strictPolicyPage],
  '/spa/': ['不刷新的页面', spaPage],
  '/framebust/': ['防框架', frameBustingPage],
  '/docwrite/': ['脚本写日期', writtenDatesPage],
  '/iframe/': ['框架中的列表', framedListPage],
  '/latebody/': ['替换正文', lateBodyPage],
  '/hostilecss/': ['强势样式', hostileCssPage],
};

/** Paths of the odd pages, for tests that visit them all. */
export const oddPaths: readonly string[] = Object.keys(pages);

export const oddSite: Site = buildSite(odd, {
  home: [],
  special: {
    '/': () =>
      htmlReply(
        framed(odd, {
          title: odd.name,
          main: `<div class="panel"><ul class="list">${Object.entries(pages)
            .map(([path, [name]]) => `<li><a href="${path}">${name}</a></li>`)
            .join('\n')}</ul></div>`,
        }),
      ),
    '/article/': () =>
      htmlReply(framed(odd, { title: odd.name, main: `<div class="panel">${oddArticle}</div>` })),
    // One link that leads somewhere and one whose page was taken away.
    '/links/': () =>
      htmlReply(
        framed(odd, {
          title: odd.name,
          main: `<div class="panel"><p><a href="/article/">一篇文章</a></p><p><a href="/article/gone.html">已撤下的办事指南</a></p></div>`,
        }),
      ),
    '/spa/article': spaPage,
    '/iframe/list.html': frameContentPage,
    ...Object.fromEntries(Object.entries(pages).map(([path, [, page]]) => [path, page])),
  },
});
