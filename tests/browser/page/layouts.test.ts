import { describe, expect, test } from 'vitest';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

/**
 * Title blocks, header tables and bottoms of pages as the common content systems lay them out, every one a whole page with the
 * dates around it that are not its own. Texts are made up; only the layouts are those of real systems.
 */
const NOW = Date.parse('2024-06-01T12:00:00+08:00');
const DAY = '2024-04-18';
const TITLE = '关于做好2024年夏季防汛抗旱工作的通知';
const TEXT = `${Array.from({ length: 5 }, (_, i) => `<p>${i + 1}月以来，各级各部门认真落实工作要求，2024年3月${i + 10}日召开会议作出部署，取得了阶段性成效。</p>`).join('')}`;
const SIGNED = `<p style="text-align:right">云山市水务局</p><p style="text-align:right">2024年4月10日</p>`;
const RELATED = `<div class="related"><h4>相关阅读</h4><ul>${[5, 6, 7].map((d) => `<li><a href="/r/${d}.html">关于第${d}号工作安排的情况介绍</a><span>2024-05-0${d}</span></li>`).join('')}</ul></div>`;

interface Layout {
  doc?: string;
  head?: string;
  /** Between the path and the text. */
  top: string;
  text?: string;
  bottom?: string;
}

function published({
  doc = `${TITLE}_云山市水务局`,
  head = '',
  top,
  text = TEXT + SIGNED,
  bottom = '',
}: Layout) {
  const page =
    openPage(`<!doctype html><html><head><meta charset="utf-8"><title>${doc}</title>${head}</head><body>
    <div class="header"><h2>云山市水务局</h2><span>2024年6月1日 星期六</span></div>
    <div class="menu"><a href="/">首页</a> <a href="/xw">新闻中心</a> <a href="/gk">信息公开</a></div>
    <div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/gk">信息公开</a> &gt; <a href="/tz">通知公告</a></div>
    <div class="article">${top}<div class="text">${text}</div>${bottom}</div>${RELATED}
    <div class="footer">主办单位：云山市水务局 网站标识码：0000000000 备案号：某ICP备12024001号</div></body></html>`);
  return readPage(page, { now: NOW, url: 'http://slj.example.gov.cn/tz/content_1.html' }).snapshot.published;
}

const h = `<h1>${TITLE}</h1>`;
const cells = (pairs: [string, string][]) =>
  `<table><tbody>${pairs.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</tbody></table>`;

describe('dated', () => {
  test.each<[string, Layout]>([
    [
      'date, source and font size in one line',
      {
        top: `<div class="pages-title">${TITLE}</div><div class="pages-date">2024-04-18 10:20<span class="font">来源： 市水务局</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】<a>打印</a></span></div>`,
      },
    ],
    [
      'library table, two pairs a row',
      {
        top: `<table><tr><td><b>标 题：</b></td><td colspan="3">${TITLE}</td></tr><tr><td><b>发文机关：</b></td><td>市水务局</td><td><b>发文字号：</b></td><td>云水〔2024〕3号</td></tr><tr><td><b>成文日期：</b></td><td>2024年04月10日</td><td><b>发布日期：</b></td><td>2024年04月18日</td></tr></table>${h}`,
      },
    ],
    [
      'facts in brackets',
      {
        top: `${h}<ol><li>[主题分类] <span>水利</span></li><li>[发文机构] <span>市水务局</span></li><li>[实施日期] <span>2024-05-01</span></li><li>[成文日期] <span>2024-04-10</span></li><li>[发文字号] <span>云水〔2024〕3号</span></li><li>[废止日期]</li><li>[发布日期] <span>2024-04-18</span></li><li>[有效性] <span>有效</span></li></ol>`,
      },
    ],
    [
      'facts in heavy brackets',
      {
        top: `${h}<div>【索引号】0001/2024-0001 【成文日期】2024-04-10 【发布日期】2024-04-18 【有效性】有效</div>`,
      },
    ],
    [
      'label without colon, value in the next cell',
      {
        top: `<div><div><span>索引号</span> <span>0151-/2024-00012</span></div><div><span>发布机构</span> <span>市水务局</span></div><div><span>公开目录</span> <span>通知</span></div><div><span>发布日期</span> <span>2024-04-18 09:10:11</span></div></div>${h}`,
      },
    ],
    [
      'label and value as paragraphs of list items',
      {
        top: `<ul><li><p>索引号:</p><p>61072/2024-001005</p></li><li><p>主题分类:</p><p></p></li><li><p>发文日期:</p><p>2024年04月10日 16:40</p></li><li><p>有效性:</p><p></p></li><li><p>发布日期:</p><p>2024年04月18日 16:34</p></li><li><p>内容概述:</p><p>${TITLE}</p></li></ul>${h}`,
      },
    ],
    ['small date within the headline', { top: `<h2>${TITLE}<small>2024年04月18日</small></h2>` }],
    [
      'small date in brackets within the headline',
      { top: `<h2>${TITLE}<small>（2024年04月18日）</small></h2>` },
    ],
    [
      'hours and minutes in Chinese',
      { top: `${h}<div class="ly">2024年04月18日 10时20分 <span>来源：市水务局</span></div>` },
    ],
    [
      'author, time, clicks',
      { top: `${h}<div>作者：&nbsp;&nbsp;时间：2024-04-18&nbsp;&nbsp;点击数：<span>132</span></div>` },
    ],
    [
      'all in square brackets',
      { top: `${h}<div>[ 信息发布时间：2024/4/18 阅读次数：123 ] [<a>打印</a>] [<a>关闭</a>]</div>` },
    ],
    [
      'archive stamp above',
      {
        top: `<div>归档时间：2024-05-20</div>${h}<div>来源：市水务局 日期：2024-04-18 17:08 字号：【大 中 小】</div>`,
      },
    ],
    ['day of the week before the time', { top: `${h}<div>2024-04-18 星期四 10:20 来源：市水务局</div>` }],
    ['round brackets around label and date', { top: `${h}<p>（发布时间：2024-04-18）</p>` }],
    ['brackets behind the label', { top: `${h}<p>发布日期：[2024-04-18] 来源：市水务局</p>` }],
    ['发稿时间', { top: `${h}<p>发稿时间：2024-04-18 作者：张三</p>` }],
    ['录入时间', { top: `${h}<p>录入者：admin 录入时间：2024-04-18 08:00</p>` }],
    ['信息时间', { top: `${h}<p>信息时间：2024-04-18 阅读次数：32</p>` }],
    ['加入时间', { top: `${h}<p>加入时间：2024-4-18 点击：32</p>` }],
    ['发布于 with colon', { top: `${h}<p>市水务局 发布于：2024-04-18</p>` }],
    ['letters spaced', { top: `${h}<p>日 期：2024-04-18　作 者：张三</p>` }],
    ['square brackets, seconds', { top: `${h}<p>[2024-04-18 10:20:05]</p>` }],
    ['milliseconds', { top: `${h}<p>发布时间：2024-04-18 10:20:05.0</p>` }],
    ['ISO instant', { top: `${h}<p>发布时间：2024-04-18T10:20:05+08:00</p>` }],
    ['English', { top: `${h}<p>Updated: April 18, 2024</p>` }],
    ['time element', { top: `${h}<time datetime="2024-04-18">2024年4月18日</time>` }],
    [
      'split box beside the headline',
      {
        top: `<div><div class="date"><span style="display:block">18</span><span>2024-04</span></div><div>${h}</div></div>`,
      },
    ],
    [
      'headline in h3, site name in h1',
      { top: `<h1>云山市水务局</h1><h3>${TITLE}</h3><div>市水务局 2024-04-18</div>` },
    ],
    ['pipe separated', { top: `${h}<div>来源：市水务局 | 作者： | 发布时间：2024-04-18 | 浏览：2</div>` }],
    [
      'source on a line, date on the next',
      { top: `${h}<div>来源：市水务局</div><div>2024-04-18 16:02</div>` },
    ],
    [
      'date right, share menu between',
      {
        top: `${h}<div><span>分享到：</span><a>微信</a><a>微博</a><span style="float:right">2024-04-18</span></div>`,
      },
    ],
    ['bottom of the text', { top: h, bottom: '<div>发布日期：2024-04-18</div>' }],
    ['bottom with editor', { top: h, bottom: '<div>责任编辑：李四 发布时间：2024-04-18 10:20</div>' }],
    [
      'index table below the text',
      {
        top: h,
        bottom: cells([
          ['索引号', '0001/2024-1'],
          ['成文日期', '2024-04-10'],
          ['发布日期', '2024-04-18'],
        ]),
      },
    ],
    [
      'meta only',
      {
        head: `<meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2024-04-18 10:20:00">`,
        top: h,
      },
    ],
    [
      'bids',
      {
        doc: '云山市水库除险加固工程招标公告',
        top: '<h1>云山市水库除险加固工程招标公告</h1><p>公告发布时间：2024-04-18 投标截止时间：2024-05-09 09:30 开标时间：2024-05-09 09:30</p>',
      },
    ],
    ['jobs', { top: `${h}<p>发布时间：2024-04-18 报名时间：2024-04-20至2024-04-25</p>` }],
    [
      'permits below',
      {
        top: `${h}<p>2024-04-18 来源：市水务局</p>`,
        text: `<table><tr><th>项目</th><th>许可日期</th></tr>${[1, 2, 3].map((i) => `<tr><td>取水许可第${i}号</td><td>2024-04-0${i}</td></tr>`).join('')}</table>`,
      },
    ],
    [
      'tables for layout, one cell a word',
      {
        top: `<table><tr><td colspan="3">${TITLE}</td></tr><tr><td>来源：市水务局</td><td>2024-04-18</td><td>字体显示：大 中 小</td></tr></table>`,
      },
    ],
    [
      '公开日期',
      {
        top: `<table><tr><td>索引号：</td><td>0001/2024</td><td>公开方式：</td><td>主动公开</td></tr><tr><td>文号：</td><td></td><td>公开日期：</td><td>2024-04-18 16:32</td></tr></table>${h}`,
      },
    ],
    [
      '生成日期 and 公开时限',
      {
        top: `<table><tr><td>生成日期：</td><td>2024-04-18</td><td>公开时限：</td><td>长期公开</td></tr></table>${h}`,
      },
    ],
    [
      'date before the headline in a bar',
      { top: `<div class="bar"><span>2024-04-18</span> <span>浏览 30</span></div>${h}` },
    ],
    ['English short month', { top: `${h}<p>18 Apr 2024</p>` }],
    [
      'subtitle in brackets',
      { top: `${h}<p>（2024年4月10日市政府第3次常务会议通过）</p><p>发布时间：2024-04-18</p>` },
    ],
    ['video page', { top: `${h}<video></video><p>2024-04-18 10:20 时长：03:20</p>`, text: '' }],
    [
      'picture page',
      { top: `${h}<p>发表时间: 2024-04-18 摄影：张三</p>`, text: '<img alt="" src="/a.jpg">' },
    ],

    [
      'clicks filled by script',
      {
        top: `${h}<div>时间: 2024-04-18&nbsp; 浏览次数: <span></span></div>`,
        bottom:
          '<div>上一条：<a href="/1">关于甲的通知</a></div><div>下一条：<a href="/2">关于乙的通知</a></div>',
      },
    ],
    ['office and time', { top: `${h}<div>发布单位：市水务局　2024-04-18 10:20</div>` }],
    [
      'empty 公开日期 before 生成日期',
      {
        top: `<table><tr><td>公开日期：</td><td></td></tr><tr><td>生成日期：</td><td>2024-04-18</td></tr></table>${h}`,
      },
    ],
    ['first and last', { top: `${h}<p>首次发布时间：2024-04-18　最后更新时间：2024-05-02</p>` }],
    [
      'facts beside the text',
      {
        top: h,
        bottom:
          '<aside><dl><dt>索引号</dt><dd>0001/2024-1</dd><dt>发布日期</dt><dd>2024-04-18</dd><dt>有效性</dt><dd>有效</dd></dl></aside>',
      },
    ],
    [
      'each number in its own span',
      { top: `${h}<div class="d"><span>2024</span>-<span>04</span>-<span>18</span></div>` },
    ],
    ['blanks around hyphens', { top: `${h}<div>发布日期：2024 - 04 - 18</div>` }],
    [
      'document title says only the column',
      {
        doc: '信息公开',
        top: `<table><tr><td class="title">${TITLE}</td></tr></table><p>发布日期：2024-04-18</p>`,
      },
    ],
    [
      'summary first',
      {
        top: `${h}<div>【摘要】为做好夏季防汛抗旱工作，进一步压实责任，现就有关事项通知如下，请遵照执行。</div><div>2024-04-18 来源：市水务局</div>`,
      },
    ],
    [
      'office, time and place',
      { top: `${h}<div><span>市水务局</span> <em>2024-04-18 10:20</em> <em>云山</em></div>` },
    ],
    ['writer and reviewer at the bottom', { top: h, bottom: '<div>撰稿：张三 审核：李四 2024-04-18</div>' }],
    ['two bracketed facts', { top: `${h}<div>[来源：市水务局] [时间：2024-04-18]</div>` }],
    ['clicks before a bracketed date', { top: `${h}<div>点击数：32 【2024-04-18】</div>` }],
    ['time and weekday behind', { top: `${h}<div>发布日期: 2024年4月18日 15:30:00 星期四</div>` }],
    [
      'a month in the headline',
      { doc: '2024年3月防汛工作简报', top: '<h1>2024年3月防汛工作简报</h1><div>时间：2024-04-18</div>' },
    ],
    ['editor, date, clicks', { top: `${h}<p>编辑：张三　　2024-04-18　　点击：3</p>` }],
    ['round brackets', { top: `${h}<p>(2024-04-18)</p>` }],
    [
      'public notice with its period',
      {
        top: `${h}<p>发布时间：2024-04-18</p>`,
        text: '<p>公示时间：2024年4月19日至2024年4月25日。</p><p>联系电话：2024-04-26（值班）</p>',
      },
    ],
    [
      'clock with seconds in the header',
      { top: `<div id="clock">2024年06月01日 12:00:00</div>${h}<div>2024-04-18 09:00</div>` },
    ],
    ['English bar', { top: `${h}<div>Source: Water Bureau | 2024-04-18</div>` }],
    [
      'a day in the headline',
      {
        doc: '2024年4月17日云山市水情通报',
        top: '<h1>2024年4月17日云山市水情通报</h1><div><span>2024-04-18 09:02</span> <span>来源:市水务局</span></div>',
      },
    ],
    [
      'the document says its own day further down',
      {
        doc: '公告',
        top: '<h4>云山市水务局公告2024年第28号 关于水资源费的公告</h4><div>文章来源：政策法规科　2024-04-18 17:12　文章类型：原创</div><p>【发布单位】市水务局<br>【发布日期】2024年4月16日</p>',
      },
    ],
    [
      'siblings with dates below',
      {
        top: `<div>${h}<div>【发布时间：2024年04月18日】【阅读：208次】</div><div><p>2024年3月2日，会议召开。</p></div><div><a href="/1">上一篇：关于甲工作的通知</a> 2024-04-02</div><div><a href="/2">下一篇：关于乙工作的通知</a> 2024-04-05</div></div>`,
      },
    ],
    [
      'a short headline over a text',
      {
        doc: '春耕备耕忙-云山市',
        top: '<div><b style="display:block">18</b>2024-04</div><h2>春耕备耕忙</h2><p>来源：《云山日报》记者 张三</p>',
        text: TEXT.repeat(2),
        bottom: `<div>${[1, 2, 3].map((i) => `<p><a href="/h/${i}">热门信息第${i}条</a> (04-0${i})</p>`).join('')}</div>`,
      },
    ],
  ])('%s', (_, layout) => expect(published(layout)?.date).toBe(DAY));
});

describe('undated', () => {
  test.each<[string, Layout]>([
    ['nothing but the text and its signature', { top: h }],
    [
      'a leader',
      {
        doc: '张三_领导之窗',
        top: '<h1>张三</h1>',
        text: '<p>男，汉族，1968年3月出生，1990年7月参加工作。2021年9月任云山市副市长。2022年1月5日主持召开会议。</p>',
      },
    ],
    [
      'an office',
      {
        doc: '机构职能',
        top: '<h1>机构职能</h1>',
        text: '<p>办公时间：工作日9:00-17:00。联系电话：0370-2024041。成立日期：2019-03-01</p>',
      },
    ],
    [
      'agency telegram',
      { top: h, text: '<p>新华社北京4月18日电（记者张三）近日，各地认真落实防汛责任。</p>' },
    ],
    [
      'penalty',
      {
        doc: '行政处罚决定书',
        top: '<h1>行政处罚决定书</h1>',
        text: cells([
          ['案件名称', '某公司违法取水案'],
          ['处罚决定日期', '2024-04-18'],
          ['公示截止期', '2025-04-18'],
        ]),
      },
    ],
    [
      'permit',
      {
        doc: '取水许可证',
        top: '<h1>取水许可证（第12号）</h1>',
        text: cells([
          ['许可决定日期', '2024-04-18'],
          ['有效期自', '2024-04-18'],
          ['有效期至', '2029-04-17'],
        ]),
      },
    ],
    [
      'statistics',
      {
        top: h,
        text: '<p>截至2024年4月18日，全市共有水库12座。</p><p>（统计时间：2024年1月1日—2024年4月18日）</p>',
      },
    ],
    [
      'comments',
      {
        top: h,
        bottom:
          '<div>网友评论</div><div>匿名网友 2024-04-18 10:20 支持</div><div>热心市民 2024-04-19 11:21 好</div>',
      },
    ],
    [
      'recommended above the text',
      {
        top: `<div class="hot"><h4>热点推荐</h4><ul>${[1, 2, 3].map((d) => `<li><a href="/h/${d}.html">热点推荐的第${d}条新闻标题</a> <span>2024-05-1${d}</span></li>`).join('')}</ul></div>${h}`,
      },
    ],
    ['meeting', { top: h, text: '<p>会议时间：2024年4月18日上午9时</p><p>会议地点：市政府三楼</p>' }],
    [
      'law',
      {
        doc: '云山市水资源管理办法',
        top: '<h1>云山市水资源管理办法</h1><p>（2024年4月10日云山市人民政府令第3号公布 自2024年6月1日起施行）</p>',
        text: '<p>第一条 为加强管理，制定本办法。</p>',
      },
    ],

    ['clock without weekday', { top: `<div id="clock">2024年06月01日 12:00:00</div>${h}` }],
    ['clock in numbers', { top: `<div id="clock">2024-06-01 12:00:00</div>${h}` }],
    ['weather', { top: `<div>4月18日 多云 12℃～20℃</div>${h}` }],
    [
      'survey',
      {
        doc: '关于防汛工作的问卷调查',
        top: '<h1>关于防汛工作的问卷调查</h1><p>开始时间：2024-04-18 结束时间：2024-05-18</p>',
      },
    ],
    [
      'interview',
      {
        doc: '在线访谈',
        top: '<h1>市水务局局长谈防汛</h1><p>访谈时间：2024-04-18 15:00</p><p>访谈嘉宾：张三</p>',
      },
    ],
    [
      'a guide in force',
      {
        doc: '政府信息公开指南',
        top: '<h1>政府信息公开指南</h1>',
        text: '<p>为方便公众，编制本指南。本指南自2024年4月18日起施行，每年更新一次。</p>',
      },
    ],
    ['attachment', { top: h, bottom: '<p>附件：<a href="/f.xls">2024-04-18防汛物资表.xls</a></p>' }],
    [
      'short text, signature, print',
      {
        top: h,
        text: '<p>各科室：</p><p>名单见附件。</p><p>云山市水务局</p><p>2024年4月10日</p>',
        bottom: '<div>【打印】【关闭】</div>',
      },
    ],
    [
      'short text, signature, share',
      { top: h, text: `<p>名单见附件。</p>${SIGNED}`, bottom: '<div>分享到：微信 微博</div>' },
    ],
    ['site statistics', { top: h, bottom: '<div>本站自2018-04-18起访问量：32131</div>' }],
    [
      'a form that explains its dates',
      {
        doc: '申请书',
        top: '<h1>取水许可申请书</h1>',
        text: '<p>填表说明：用A4纸打印，手填请用黑色签字笔。日期格式为“2024年4月18日”。</p>',
      },
    ],
  ])('%s', (_, layout) => expect(published(layout)).toBeNull());
});
