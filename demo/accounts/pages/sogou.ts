import { escapeHtml } from '../../html';
import { shell } from './shell';

const seconds = (day: string) => Date.parse(`${day}T10:00:00+08:00`) / 1000;

/** A row of the search for accounts: the account's box with its latest article. */
const accountRow = (name: string, weixinId: string, day: string) =>
  `<li class="row"><div class="gzh-box2"><div class="txt-box"><p class="tit"><a href="/link?url=dn9a_token">${name}</a></p><p class="info">微信号：<label>${weixinId}</label></p></div></div>
<dl><dt>最近文章：</dt><dd><a href="/link?url=dn9b_token">本周工作一览</a><span><script>document.write(timeConvert('${seconds(day)}'))</script></span></dd></dl></li>`;

/** A row of the search for articles. */
const articleRow = (name: string, title: string, day: string) =>
  `<li class="row"><div class="txt-box"><h3><a href="/link?url=dn9c_token">${escapeHtml(title)}</a></h3><p class="txt-info">摘要</p><div class="s-p" t="${seconds(day)}"><a class="account">${name}</a><span class="s2"><script>document.write(timeConvert('${seconds(day)}'))</script></span></div></div></li>`;

const page = (rows: readonly string[]) =>
  shell({
    title: '云河发布的相关微信公众号 – 搜狗微信搜索',
    brand: '搜狗微信',
    body: `<script>function timeConvert(s){const d=new Date(s*1000);return d.getFullYear()+'-'+(d.getMonth()+1)+'-'+d.getDate()}</script><main><ul class="news-list">${rows.join('\n')}</ul></main>`,
  });

const address = (type: 1 | 2, query: string) =>
  `weixin.sogou.com/weixin?type=${type}&query=${encodeURIComponent(query)}`;

/** Searches for 云河发布, by account and by article; among the results are accounts of other names. */
export const searchPages: readonly (readonly [string, () => string])[] = [
  [
    address(1, '云河发布'),
    () =>
      page([
        accountRow('<em>云河</em>晚报', 'yunhewanbao', '2024-04-17'),
        accountRow('<em>云河发布</em>', 'yunhefabu', '2024-04-12'),
      ]),
  ],
  [
    address(2, '云河发布'),
    () =>
      page([
        articleRow('云河晚报', '云河发布', '2024-04-17'),
        articleRow('云河发布', '政务公开进社区', '2024-04-11'),
        articleRow('云河发布', '防汛减灾科普', '2024-03-05'),
      ]),
  ],
  [
    address(1, '云河警事'),
    () =>
      page([
        accountRow('云河警事', 'yunhejingshi', '2024-04-16'),
        accountRow('云河警事', 'yhjs110', '2019-04-12'),
      ]),
  ],
];
