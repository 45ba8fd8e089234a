import { htmlReply } from '../html';
import type { Reply } from '../site';
import { oddArticle, oddList, oddRows } from './rows';

const page = (title: string, body: string) =>
  htmlReply(
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${body}\n</body></html>`,
  );

/** Navigates without loading: the address changes by history.pushState, the content is exchanged in place. */
export function spaPage(): Reply {
  return page(
    '工作动态',
    `<div id="app"></div>
<script>
var list = ${JSON.stringify(`<h2>工作动态</h2><ul>${oddList()}</ul>`)};
var article = ${JSON.stringify(oddArticle)};
function show() {
  var inArticle = location.pathname === '/spa/article';
  document.title = inArticle ? '兼容测试栏目更新第四条信息' : '工作动态';
  document.getElementById('app').innerHTML = inArticle ? article : list;
}
document.addEventListener('click', function (event) {
  if (!event.target.closest || !event.target.closest('#app li a')) return;
  event.preventDefault();
  history.pushState(null, '', '/spa/article');
  show();
});
window.addEventListener('popstate', show);
show();
</script>`,
  );
}

/** Refuses to be framed, and blocks copying, selecting and the context menu. */
export function frameBustingPage(): Reply {
  return page(
    '防框架页面',
    `${oddArticle}
<script>
if (top !== self) top.location = self.location;
['contextmenu', 'selectstart', 'copy'].forEach(function (kind) {
  document.addEventListener(kind, function (event) { event.preventDefault(); event.stopPropagation(); }, true);
});
</script>`,
  );
}

/** Every date is written by script while the page loads. */
export function writtenDatesPage(): Reply {
  const rows = oddRows.map(
    ([day, title]) =>
      `<li><a href="/article/">${title}</a><span><script>document.write('${day}'.split('-').join('/'));</script></span></li>`,
  );
  return page('脚本写日期', `<h2>工作动态</h2>\n<ul>\n${rows.join('\n')}\n</ul>`);
}

/** The list lies in a frame of the same host. */
export function framedListPage(): Reply {
  return page(
    '框架列表',
    '<h2>工作动态</h2>\n<iframe src="/iframe/list.html" width="900" height="300" frameborder="0"></iframe>',
  );
}

export function frameContentPage(): Reply {
  return page('列表', `<ul>\n${oddList()}\n</ul>`);
}

/** Throws its body away after a moment and puts another in its place. */
export function lateBodyPage(): Reply {
  return page(
    '替换正文',
    `<p>正在加载……</p>
<script>
window.addEventListener('load', function () {
  setTimeout(function () {
    var body = document.createElement('body');
    body.id = 'second';
    body.innerHTML = ${JSON.stringify(oddArticle)};
    document.body = body;
  }, 500);
});
</script>`,
  );
}

/** Nothing runs and nothing loads: a strict content policy with Trusted Types. */
export function strictPolicyPage(): Reply {
  return {
    ...page('严格内容安全策略', oddArticle),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'x-frame-options': 'DENY',
    },
  };
}
