import { escapeHtml } from '../html';
import type { Identity } from '../site';

export interface FramedPage {
  /** 当前位置: label and path, from below the home page to this page's column. */
  crumbs?: readonly (readonly [label: string, path: string])[];
  title: string;
  /** Standard metas besides the site's own: ColumnName, ArticleTitle, PubDate … */
  metas?: Readonly<Record<string, string>>;
  /** HTML between breadcrumb and footer. */
  main: string;
  /** HTML at the end of the head: a page's own style or script. */
  head?: string;
}

/** Head, header, navigation, breadcrumb and footer around a page of a site. */
export function framed(site: Identity, page: FramedPage): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(page.title)}</title>
${metaTags(site, page.metas ?? {})}
<link rel="stylesheet" href="/css/site.css">
${page.head ?? ''}
</head>
<body>
<div class="top"><div class="wrap">
<a class="logo" href="/">${site.name}</a>
<form class="search" action="/search"><input name="q" aria-label="搜索"><button>搜索</button></form>
</div></div>
<div class="nav"><ul class="wrap">${site.nav.map(([label, path]) => `<li><a href="${path}">${label}</a></li>`).join('')}</ul></div>
${page.crumbs ? breadcrumb(page.crumbs) : ''}
<div class="wrap main">
${page.main}
</div>
${footer(site)}
</body>
</html>
`;
}

/** The metas that the standard for government sites asks for (SiteName …) and those of the page. */
export function metaTags(site: Identity, metas: Readonly<Record<string, string>>): string {
  const all = { SiteName: site.name, SiteDomain: site.host, SiteIDCode: site.siteId, ...metas };
  return Object.entries(all)
    .map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
}

function breadcrumb(crumbs: readonly (readonly [string, string])[]): string {
  const links = [['首页', '/'] as const, ...crumbs].map(([label, path]) => `<a href="${path}">${label}</a>`);
  return `<div class="wrap crumb">当前位置：${links.join(' &gt; ')}</div>`;
}

/** Footer with the marks an inspector looks for; numbers are invented. */
export function footer(site: Identity): string {
  return `<div class="footer"><div class="wrap">
<p><a href="/gywm/">关于我们</a>|<a href="/wzdt/">网站地图</a>|<a href="/lxwm/">联系我们</a></p>
<p>主办单位：${site.owner}　　承办单位：云河市电子政务中心　　联系电话：12345</p>
<p>网站标识码：${site.siteId}　　<a href="https://beian.miit.gov.cn/">云ICP备00000001号-1</a>　　<a href="/gaba/">云公网安备 00000000000001号</a></p>
<p><a href="https://bszs.conac.cn/"><img src="/img/dzjg.svg" width="110" height="44"></a>
<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${site.siteId}"><img src="/img/jiucuo.svg" width="110" height="44" title="政府网站找错"></a></p>
</div></div>`;
}
