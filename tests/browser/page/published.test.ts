import { describe, expect, test } from 'vitest';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

const NOW = Date.parse('2024-06-01T12:00:00+08:00');
const BODY = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>第${i + 1}段：各有关单位要按照要求抓好落实，2024年1月${i + 3}日前报送情况，认真总结经验，形成长效机制。</p>`,
).join('');
const TITLE = '关于开展春季安全生产检查工作的通知';

interface Parts {
  head?: string;
  before?: string;
  title?: string;
  info?: string;
  body?: string;
  after?: string;
  doc?: string;
}

/** An article page with everything around the words under test that real ones have. */
function article({
  head = '',
  before = '',
  title = `<h1>${TITLE}</h1>`,
  info = '',
  body = BODY,
  after = '',
  doc = TITLE,
}: Parts): Document {
  return openPage(`<!doctype html><html><head><meta charset="utf-8"><title>${doc}</title>${head}</head><body>
    <div class="top">今天是2024年6月1日 星期六</div>
    <div class="nav"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/hd">互动交流</a></div>
    <div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/tz">通知公告</a></div>${before}
    <div class="content">${title}${info}<div class="text">${body}</div></div>
    <div class="side"><h3>相关新闻</h3><ul>${[1, 2, 3, 4].map((i) => `<li><a href="/n/${i}.html">关于第${i}项工作的新闻报道</a><span>2024-05-0${i}</span></li>`).join('')}</ul></div>
    ${after}<div class="footer">版权所有：某市人民政府 ICP备2024010101号 更新日期：2024-05-31</div></body></html>`);
}

const read = (parts: Parts) =>
  readPage(article(parts), { now: NOW, url: 'http://www.example.gov.cn/tz/1.html' }).snapshot.published;

describe('shown under the headline', () => {
  const day = '2024-04-18';
  test.each<[string, string]>([
    ['label', '<div>发布时间：2024-04-18</div>'],
    ['label and time', '<div>发布时间：2024-04-18 10:20:05 来源：本站 浏览次数：12</div>'],
    ['label with blanks', '<div>发 布 时 间 ： 2024-04-18</div>'],
    ['bracketed label', '<div>【发布时间：2024-04-18】【字号 大 中 小】</div>'],
    ['label in its own span', '<div><span>发布日期：</span><span>2024-04-18</span></div>'],
    ['label in its own block', '<div><div>发布日期</div><div>2024-04-18</div></div>'],
    ['label as term', '<dl><dt>发布日期：</dt><dd>2024年04月18日</dd></dl>'],
    ['list of facts', '<ul><li>来源：市应急局</li><li>发布时间：<b>2024-04-18</b></li><li>浏览：3</li></ul>'],
    [
      'list of facts, plain label',
      '<ul><li>来源：市应急局</li><li>时间：<span>2024-04-18</span></li><li>浏览：3</li></ul>',
    ],
    ['plain label', '<p>时间：2024-04-18 来源：市应急局</p>'],
    ['plain label alone', '<p>日期：2024-04-18</p>'],
    ['plain label, then clicks', '<div>日期：2024/4/18　　点击：[<span>12</span>]</div>'],
    ['no label, source behind', '<div>2024-04-18 10:20 来源: 市应急局</div>'],
    ['no label, source before', '<div>来源：市应急局 &nbsp;&nbsp; 2024-04-18</div>'],
    [
      'no label, neighbours',
      '<div><span style="display:block">来源：市应急局</span><span style="display:block">2024-04-18</span></div>',
    ],
    ['no label, author', '<div>2024-04-18 10:20 张三 李四</div>'],
    ['no label, alone', '<div>2024-04-18</div>'],
    ['no label, alone in Chinese', '<div>2024年4月18日</div>'],
    ['no label, subtitle between', '<div>——市政府常务会议要求</div><div>2024-04-18</div>'],
    ['brackets', '<div>[2024-04-18]</div>'],
    ['dots', '<div>发布时间：2024.04.18</div>'],
    ['slashes', '<div>发布时间：2024/4/18 10:20</div>'],
    ['full-width digits', '<div>发布时间：２０２４－０４－１８</div>'],
    ['blanks inside', '<div>发布时间：2024年 4月 18 日</div>'],
    ['short year', '<div>发布时间：24-04-18</div>'],
    ['English', '<div>发布时间：Thu Apr 18 10:38:22 CST 2024</div>'],
    ['split box', '<div class="d"><b style="display:block">18</b><span>2024-04</span></div>'],
    ['published in words', '<div>张三 发布于 2024-04-18</div>'],
    ['edited later', '<div>更新时间：2024-05-02 发布时间：2024-04-18</div>'],
    [
      'table',
      '<table><tr><td>来源：市应急局</td><td>发布日期：2024-04-18</td><td>字体：大 中 小</td></tr></table>',
    ],
    [
      'nested layout tables',
      '<table><tr><td><table><tr><td>发布日期</td><td>2024-04-18</td></tr></table></td></tr></table>',
    ],
    [
      'script-written',
      '<div>发布时间：<script type="text/x">var d="2024-04-18";document.write(d)</script> 来源：本站</div>',
    ],
    [
      'hidden duplicate',
      '<div style="display:none">发布时间：2020-01-01</div><div>发布时间：2024-04-18</div>',
    ],
    ['stale tooltip', '<div title="发布时间：2020-01-01">发布时间：2024-04-18</div>'],
    [
      'written and published',
      '<table><tr><td>成文日期：</td><td>2024-03-01</td><td>发布日期：</td><td>2024-04-18</td></tr></table>',
    ],
    [
      'effective and published',
      '<ul><li>实施日期：2024-05-01</li><li>发布日期：2024-04-18</li><li>失效日期：2029-05-01</li></ul>',
    ],
  ])('%s', (_, info) => expect(read({ info })?.date).toBe(day));
});

test.each<[string, Parts]>([
  ['alone in a paragraph', { info: '<p class="time">2024年04月18日</p>' }],
  ['alone above the headline', { before: '<div>2024-04-18</div>' }],
  ['inside the headline', { title: `<h1>${TITLE}<span> 2024-04-18</span></h1>` }],
  ['one block with the headline', { title: '', info: `<div>${TITLE}<br>2024-04-18 10:20</div>` }],
  ['time without a blank', { info: '<div>发布时间：<span>2024-04-18</span><span>10:20</span></div>' }],
  ['with the day of the week', { info: '<div>2024年04月18日 星期四 来源：本站</div>' }],
  ['提供日期', { info: '<div>信息提供日期：2024-04-18</div>' }],
])('%s', (_, parts) => expect(read(parts)?.date).toBe('2024-04-18'));

test('a header table above the headline', () => {
  const before = `<table><tr><td>索 引 号：</td><td>000014349/2024-00012</td><td>主题分类：</td><td>应急管理</td></tr>
    <tr><td>发文机关：</td><td>某市人民政府</td><td>成文日期：</td><td>2024年03月01日</td></tr>
    <tr><td>标　　题：</td><td>${TITLE}</td><td>发文字号：</td><td>某政发〔2024〕3号</td></tr>
    <tr><td>主 题 词：</td><td></td><td>发布日期：</td><td>2024年04月18日</td></tr></table>`;
  expect(read({ before })).toMatchObject({ date: '2024-04-18', confidence: 'high' });
});

test('发文日期 of the header table beats a date in the text', () => {
  const before =
    '<table><tr><td>发布机构：</td><td>市统计局</td><td>发文日期：</td><td>2024-04-18</td></tr></table>';
  const body = `<p>某市统计局</p><p>2024年3月28日</p>${BODY}`;
  expect(read({ before, body })).toMatchObject({ date: '2024-04-18', source: 'headerTable' });
});

test('headline without a heading tag', () => {
  expect(
    read({ title: `<div class="bt">${TITLE}</div>`, info: '<div>2024-04-18 10:20 来源：本站</div>' })?.date,
  ).toBe('2024-04-18');
});

test('headline broken over two lines', () => {
  const title = '<h1>关于开展春季安全生产<br>检查工作的通知</h1>';
  expect(read({ title, info: '<div>2024-04-18 10:20</div>' })?.date).toBe('2024-04-18');
});

test('the document title says nothing', () => {
  expect(
    read({ doc: '某市人民政府', title: `<div>${TITLE}</div>`, info: '<div>2024-04-18 来源：本站</div>' })
      ?.date,
  ).toBe('2024-04-18');
});

test('the headline stands twice', () => {
  const before = `<div class="mobile">${TITLE}</div><div>${'分享到微信朋友圈微博空间'.repeat(30)}</div>`;
  expect(read({ before, info: '<div>2024-04-18 10:20</div>' })?.date).toBe('2024-04-18');
});

test('PubDate when nothing is shown, unless it is the moment of generation', () => {
  const meta = '<meta name="ArticleTitle" content="x"><meta name="PubDate" content="2024-04-18 10:20">';
  expect(read({ head: meta })).toMatchObject({ date: '2024-04-18', source: 'meta', confidence: 'medium' });
  expect(read({ head: `${meta}<meta name="others" content="页面生成时间 2024-04-18 10:20:05">` })).toBeNull();
});

test('the shown date beats PubDate', () => {
  const head = '<meta name="PubDate" content="2024-05-30">';
  expect(read({ head, info: '<div>发布时间：2024-04-18</div>' })).toMatchObject({
    date: '2024-04-18',
    source: 'label',
  });
});

describe('never taken', () => {
  test.each<[string, Parts]>([
    ['dates of the text', {}],
    [
      'signature',
      { body: `${BODY}<p align="right">某市人民政府办公厅</p><p align="right">2024年4月18日</p>` },
    ],
    ['signature in numerals', { body: `${BODY}<p>二〇二四年四月十八日</p>` }],
    ['bracketed signature under the headline', { body: `<p>某市统计局</p><p>（2024年4月18日）</p>${BODY}` }],
    ['statistic period', { info: '<p>2024年1月1日至2024年4月18日</p>' }],
    ['deadline', { info: '<p>截止日期：2024-04-18</p>' }],
    ['written', { info: '<div>成文日期：2024-04-18</div>' }],
    ['printed', { after: '<p>某市人民政府办公厅 印发日期：2024-04-18</p>' }],
    ['effective', { info: '<div>施行日期：2024-04-18</div>' }],
    ['document number', { info: '<div>某政发〔2024〕4号</div>' }],
    ['file generated', { after: '<div>页面生成时间：2024-04-18 10:00</div>' }],
    [
      'related news',
      {
        after:
          '<ul><li><a href="/1">上一篇：关于甲工作的通知</a> 2024-04-18</li><li><a href="/2">下一篇：关于乙工作的通知</a> 2024-04-19</li></ul>',
      },
    ],
    ['bidding', { body: `<p>投标截止时间：2024-04-18 09:30</p>${BODY}` }],
    ['comment box', { after: '<div>您的留言时间：2024-04-18</div>' }],
    ['opening hours', { after: '<div>办公时间：8:30-18:30 电话：0371-12-24567</div>' }],
  ])('%s', (_, parts) => expect(read(parts)).toBeNull());
});

test.each<[string, string]>([
  [
    'table',
    '<table><tr><td>来信时间</td><td>2024-04-02</td></tr><tr><td>来信内容</td><td>路灯不亮</td></tr><tr><td>答复时间</td><td>2024-04-18</td></tr><tr><td>答复内容</td><td>已经修好</td></tr></table>',
  ],
  [
    'lines',
    '<div>留言人：张**</div><div>留言时间：2024-04-02</div><div>留言内容：路灯不亮</div><div>回复单位：市住建局</div><div>回复时间：2024-04-18 09:30</div>',
  ],
])('a letter is dated by its answer: %s', (_, body) => {
  const page = openPage(
    `<title>信件详情</title><div>当前位置：首页 &gt; 互动交流 &gt; 市长信箱</div><h3>路灯不亮</h3>${body}`,
  );
  expect(readPage(page, { now: NOW }).snapshot.published).toMatchObject({
    date: '2024-04-18',
    confidence: 'low',
  });
});

test('a page that hides its whole body until its scripts run', () => {
  for (const style of ['visibility: hidden', 'opacity: 0']) {
    const page =
      openPage(`<!doctype html><html><head><title>${TITLE}</title></head><body style="${style}"><h1>${TITLE}</h1>
      <div>发布时间：2024-04-18</div><div style="display:none">发布时间：2020-01-01</div>${BODY}</body></html>`);
    expect(readPage(page, { now: NOW }).snapshot.published?.date).toBe('2024-04-18');
  }
});

test('a labelled day without a year takes it from a meta of the same day, or is none', () => {
  const info = '<div>发布时间：04-18 10:20</div>';
  expect(read({ info, head: '<meta itemprop="dateUpdate" content="2024-04-18 10:20:01">' })?.date).toBe(
    '2024-04-18',
  );
  expect(read({ info })).toBeNull();
});

describe('a day with its weekday above the headline', () => {
  const dated = (day: string) => read({ before: `<div class="date">${day}</div>` });
  test('dates the page where it stands beside the path', () => {
    expect(dated('2024年4月18日 星期四')).toMatchObject({
      date: '2024-04-18',
      source: 'titleBlock',
      confidence: 'medium',
    });
  });
  test("is a clock when it is today's", () => expect(dated('2024年6月1日 星期六')).toBeNull());
  test('is a clock, stopped or not, away from the path', () => {
    const before = '<div class="weather">云山市 多云 12~20℃</div><div>2024年4月18日 星期四</div>';
    expect(read({ before })).toBeNull();
  });
  test('stands back behind what the title block says', () => {
    const before = '<div class="date">2024年4月18日 星期四</div>';
    expect(read({ before, info: '<div>发布时间：2024-04-20</div>' })?.date).toBe('2024-04-20');
  });
});

test('the date inside a readable frame counts', () => {
  const document = article({ title: '', body: '', info: '<iframe width="800" height="400"></iframe>' });
  const inner = document.querySelector('iframe')!.contentDocument!;
  inner.body.innerHTML = `<h1>${TITLE}</h1><div>发布时间：2024-04-18</div>${BODY}`;
  expect(readPage(document, { now: NOW }).snapshot.published?.date).toBe('2024-04-18');
});
