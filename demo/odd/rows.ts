/** The rows that every odd page shows, however oddly: newest 2024-04-16. */
export const oddRows: readonly (readonly [day: string, title: string])[] = [
  ['2024-04-16', '兼容测试栏目更新第四条信息'],
  ['2024-04-11', '兼容测试栏目更新第三条信息'],
  ['2024-04-02', '兼容测试栏目更新第二条信息'],
  ['2024-03-25', '兼容测试栏目更新第一条信息'],
];

/** The rows as li and span. */
export function oddList(): string {
  return oddRows
    .map(([day, title]) => `<li><a href="/article/">${title}</a><span>${day}</span></li>`)
    .join('\n');
}

/** The title block and text of the odd article, published 2024-04-16. */
export const oddArticle = `<h1>兼容测试栏目更新第四条信息</h1>
<div class="info">发布时间：2024-04-16 10:30　来源：云河市电子政务中心</div>
<div class="content"><p>　　本页用于检查浏览器扩展在少见的网页结构上能否正常工作。</p><p>　　页面内容均为虚构。</p></div>`;
