import { describe, expect, test } from 'vitest';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

/**
 * Columns and home pages as the common content systems lay them out, each a whole page with dates around its list that are not
 * its own. Texts are made up; only the layouts are those of real systems.
 */
const NOW = Date.parse('2024-05-20T12:00:00+08:00');
const DAYS = ['2024-05-16', '2024-05-10', '2024-04-28', '2024-03-15', '2024-01-09', '2023-12-20'];
const TITLES = [
  '关于印发《云山市防汛预案》的通知',
  '云山市水务局关于开展节水宣传的通知',
  '2024年第一季度水质监测情况通报',
  '关于公布河湖长名单的公告（2023年版）',
  '云山市水库大坝安全责任人公示',
  '关于做好岁末年初安全工作的通知',
];
const [y, m, d] = [
  (i: number) => DAYS[i]!.slice(0, 4),
  (i: number) => DAYS[i]!.slice(5, 7),
  (i: number) => DAYS[i]!.slice(8),
];
const a = (i: number) => `<a href="/tz/${1000 + i}.html" target="_blank">${TITLES[i]}</a>`;
const each = (row: (i: number) => string) => TITLES.map((_, i) => row(i)).join('\n');

function read(list: string, { side = '', below = '', path = '/tz/' } = {}) {
  const page =
    openPage(`<!doctype html><html><head><meta charset="utf-8"><title>通知公告_云山市水务局</title></head><body>
    <div class="header">云山市水务局 <span>2024年5月20日 星期一</span></div>
    <div class="menu"><a href="/">首页</a> <a href="/xw">新闻中心</a> <a href="/gk">信息公开</a></div>
    <div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/gk">信息公开</a> &gt; <a href="/tz">通知公告</a></div>
    <div class="wrap">${side}<div class="right">${list}${below}</div></div>
    <div class="footer">主办单位：云山市水务局 备案号：某ICP备12024001号 技术支持：2024-05-18</div></body></html>`);
  return readPage(page, { now: NOW, url: `http://slj.example.gov.cn${path}` }).snapshot;
}

describe('every row is found with its date', () => {
  test.each<[string, string]>([
    [
      'a rule after every fifth row',
      `<ul>${each((i) => `<li><i></i>${a(i)}<b>${DAYS[i]}</b></li>${i === 4 ? '<li class="line"></li>' : ''}`)}</ul>`,
    ],
    [
      'numbered table with document numbers',
      `<table><thead><tr><th>序号</th><th>标题</th><th>文号</th><th>发布日期</th></tr></thead><tbody>${each((i) => `<tr><td>${i + 1}</td><td>${a(i)}</td><td>云水〔2024〕${i}号</td><td>${DAYS[i]}</td></tr>`)}</tbody></table>`,
    ],
    [
      'picture, headline, summary, date',
      `<ul>${each((i) => `<li><img alt="" src="/p${i}.jpg"><div><h3>${a(i)}</h3><p>为贯彻落实2024年全市水务工作会议精神，现就有关事项通知如下，请认真组织实施。</p><span>${DAYS[i]}</span></div></li>`)}</ul>`,
    ],
    [
      'day above year and month with slash',
      `<ul>${each((i) => `<li><div class="time"><b style="display:block">${d(i)}</b><i>${y(i)}/${m(i)}</i></div><div>${a(i)}</div></li>`)}</ul>`,
    ],
    [
      'month and day above the year',
      `<ul>${each((i) => `<li><div class="time"><p>${m(i)}-${d(i)}</p><p>${y(i)}</p></div><div>${a(i)}</div></li>`)}</ul>`,
    ],
    [
      'day with 日 above year and month',
      `<ul>${each((i) => `<li><div class="time"><p>${d(i)}日</p><p>${y(i)}年${m(i)}月</p></div><div>${a(i)}</div></li>`)}</ul>`,
    ],
    [
      'day, then year.month',
      `<ul>${each((i) => `<li><a href="/${i}"><div><span>${d(i)}</span><em>${y(i)}.${m(i)}</em></div><p>${TITLES[i]}</p></a></li>`)}</ul>`,
    ],
    [
      'label and number in one line below',
      `<ul>${each((i) => `<li>${a(i)}<p>发布日期：${DAYS[i]}　文号：云水〔2024〕${i}号</p></li>`)}</ul>`,
    ],
    ['time of day', `<ul>${each((i) => `<li>${a(i)}<span>${DAYS[i]} 10:20:33</span></li>`)}</ul>`],
    [
      'cards',
      `<div class="cards">${each((i) => `<div class="card"><a href="/${i}"><h4>${TITLES[i]}</h4></a><p>摘要文字，二十个字左右。</p><div><span>市水务局</span><span>${DAYS[i]}</span></div></div>`)}</div>`,
    ],
    ['paragraphs, date in brackets', `<div>${each((i) => `<p>·${a(i)}（${DAYS[i]}）</p>`)}</div>`],
    [
      'bullet before the date',
      `<ul>${each((i) => `<li><span>${y(i)}年${m(i)}月${d(i)}日</span>· ${a(i)}</li>`)}</ul>`,
    ],
    [
      'hidden old dates',
      `<ul>${each((i) => `<li>${a(i)}<span style="display:none">2020-01-0${i + 1}</span><span>${DAYS[i]}</span></li>`)}</ul>`,
    ],
    [
      'row numbers and sources',
      `<ul>${each((i) => `<li><em>${i + 1}</em>${a(i)}<span>来源：市水务局</span><span>浏览：20${i}</span><span>${DAYS[i]}</span></li>`)}</ul>`,
    ],
    [
      'tables for layout',
      each(
        (i) =>
          `<table width="100%"><tr><td width="20"><img alt="" src="/dot.gif"></td><td>${a(i)}</td><td width="90">[${DAYS[i]}]</td></tr></table>`,
      ),
    ],
    [
      'layout tables with a spacer row',
      `<table>${each((i) => `<tr><td>${a(i)}</td><td>${DAYS[i]}</td></tr><tr><td colspan="2"><hr></td></tr>`)}</table>`,
    ],
    [
      'the department before the title',
      `<ul>${each((i) => `<li><a href="/bm">[水务局]</a> ${a(i)} <span>${DAYS[i]}</span></li>`)}</ul>`,
    ],
    [
      'new mark behind the date',
      `<ul>${each((i) => `<li>${a(i)}<span>${DAYS[i]}</span>${i < 2 ? '<img alt="new" src="/n.gif">' : ''}</li>`)}</ul>`,
    ],
    [
      'definition list, date in dd before',
      `<dl>${each((i) => `<dt><span>${DAYS[i]}</span></dt><dd>${a(i)}</dd>`)}</dl>`,
    ],
    ['link beside the date, no row', `<div>${each((i) => `<div>${a(i)}</div><div>${DAYS[i]}</div>`)}</div>`],
    [
      'time elements',
      `<ul>${each((i) => `<li>${a(i)}<time datetime="${DAYS[i]}">${DAYS[i]}</time></li>`)}</ul>`,
    ],
    [
      'policy rows with three dates',
      `<table><tr><th>文件名称</th><th>成文日期</th><th>发布日期</th><th>实施日期</th></tr>${each((i) => `<tr><td>${a(i)}</td><td>2023-01-0${i + 1}</td><td>${DAYS[i]}</td><td>2025-01-0${i + 1}</td></tr>`)}</table>`,
    ],
  ])('%s', (_, list) => {
    const own = read(list).lists.find((l) => l.own);
    expect(own?.items.map((i) => i.date)).toEqual(DAYS);
    expect(own).toMatchObject({ name: '通知公告', kind: 'notice', newest: '2024-05-16' });
    expect(own!.items.map((i) => i.title.slice(0, 6))).toEqual(TITLES.map((t) => t.slice(0, 6)));
  });
});

describe('dates as rows write them', () => {
  const dates = (list: string) =>
    read(list)
      .lists.find((l) => l.own)
      ?.items.map((i) => i.date);
  test.each<[string, string]>([
    [
      'two boxes side by side',
      `<ul>${each((i) => `<li><b>${d(i)}</b><i>${y(i)}-${m(i)}</i>${a(i)}</li>`)}</ul>`,
    ],
    [
      'two items a row',
      `<table>${[0, 2, 4].map((i) => `<tr><td>${a(i)} <i>(${DAYS[i]})</i></td><td>${a(i + 1)} <i>(${DAYS[i + 1]})</i></td></tr>`).join('')}</table>`,
    ],
    [
      'the moment behind dates of a summary',
      `<div>${each((i) => `<article>${a(i)}<p>本标准自2025年1月1日起实施，2015年2月10日发布的旧标准同时废止。</p><div>来源：法规科 | ${DAYS[i]} 11:23 | 阅读 88</div></article>`)}</div>`,
    ],
    [
      'articles with a footer each',
      `<div>${each((i) => `<article><header><h2>${a(i)}</h2></header><p>摘要文字。</p><footer>发表于 <time>${DAYS[i]}</time></footer></article>`)}</div>`,
    ],
    [
      'a title that ends like a label',
      `<ul>${each((i) => `<li><a href="/x${i}">${TITLES[i]}现场会举行</a><span>日期：${DAYS[i]} 10:20</span><p>5月2日，我局组织人员参加。</p></li>`)}</ul>`,
    ],
    [
      'month and day in brackets, the year in the address',
      `<ul>${each((i) => `<li><a href="/zw/${y(i)}/${m(i)}${d(i)}/c${i}.html">${TITLES[i]}</a>(<em>${Number(m(i))}-${Number(d(i))}</em>)</li>`)}</ul>`,
    ],
    [
      'month.day, the year in the address',
      `<ul>${each((i) => `<li><a href="/zw/${y(i)}/${m(i)}${d(i)}/c${i}.html">${TITLES[i]}</a><s>${m(i)}.${d(i)}</s></li>`)}</ul>`,
    ],
  ])('%s', (_, list) => expect(dates(list)).toEqual(DAYS));

  test('a period is dated by its beginning', () => {
    const list = `<ul>${[1, 2, 3].map((i) => `<li><a href="/zj/${i}">《云山市第${i}号办法》公开征求意见</a><p>征集时间：2024-0${5 - i}-02 至 2024-0${6 - i}-02</p></li>`).join('')}</ul>`;
    expect(dates(list)).toEqual(['2024-04-02', '2024-03-02', '2024-02-02']);
  });

  test('今天 and 昨天 behind the source', () => {
    const list = `<div>${['今天 08:12', '昨天 17:40', '3天前', '2024-04-30'].map((when, i) => `<div class="f"><a href="/f/${i}">云山要闻的第${i}条标题</a><p>县融媒 · ${when}</p></div>`).join('')}</div>`;
    expect(dates(list)).toEqual(['2024-05-20', '2024-05-19', '2024-05-17', '2024-04-30']);
  });
});

describe('what stands around does not join', () => {
  const list = `<ul>${each((i) => `<li>${a(i)}<span>${DAYS[i]}</span></li>`)}</ul>`;
  test.each<[string, Parameters<typeof read>[1]]>([
    [
      'newer box on the left',
      {
        side: `<div class="left"><h3>最新公开</h3><ul>${[17, 18, 19].map((n) => `<li><a href="/z/${n}.html">最新公开的第${n}条信息</a><span>2024-05-${n}</span></li>`).join('')}</ul></div>`,
      },
    ],
    [
      'longer box below',
      {
        below: `<div><h3>点击排行</h3><ul>${Array.from({ length: 12 }, (_, n) => `<li><a href="/p/${n}.html">点击排行的第${n}条信息</a><span>2024-05-${n + 7 < 10 ? '0' : ''}${n + 7}</span></li>`).join('')}</ul></div>`,
      },
    ],
    ['pager', { below: '<div>共 6 条 首页 上一页 下一页 尾页 第1/1页 转到 2024 页</div>' }],
    [
      'search form',
      { side: '<div>标题：<input> 发布日期：2024-05-19 至 2024-05-20 <button>检索</button></div>' },
    ],
  ])('%s', (_, around) => {
    const own = read(list, around).lists.find((l) => l.own);
    expect(own?.items).toHaveLength(6);
    expect(own?.newest).toBe('2024-05-16');
  });
});

test('a consultation list: titles, periods and states', () => {
  const own = read(
    `<table><tr><th>征集主题</th><th>开始时间</th><th>结束时间</th><th>状态</th></tr>${[1, 2, 3].map((i) => `<tr><td><a href="/zj/${i}">关于《云山市第${i}号管理办法（征求意见稿）》公开征求意见</a></td><td>2024-0${5 - i}-02</td><td>2024-0${6 - i}-02</td><td>${i === 1 ? '进行中' : '已结束'}</td></tr>`).join('')}</table>`,
  ).lists.find((l) => l.own);
  expect(own?.items.map((i) => [i.date, i.status])).toEqual([
    ['2024-04-02', '进行中'],
    ['2024-03-02', '已结束'],
    ['2024-02-02', '已结束'],
  ]);
});

describe('a column in parts', () => {
  const office = ['云山市教育局', '市发展和改革委员会', '清水镇'];
  const part = (i: number) =>
    `<li>${a(2 * i)}<span>${DAYS[2 * i]}</span></li><li>${a(2 * i + 1)}<span>${DAYS[2 * i + 1]}</span></li>`;
  const parts = (box: (name: string, rows: string) => string, names = office) =>
    names.map((name, i) => box(name, part(names.length - 1 - i))).join('');

  test.each<[string, string]>([
    [
      'a box for each office',
      parts((name, rows) => `<div class="unit"><h3>${name}</h3><ul>${rows}</ul></div>`),
    ],
    ['headings and lists in turn', parts((name, rows) => `<h3>${name}</h3><ul>${rows}</ul>`)],
    [
      'headings with 更多',
      parts(
        (name, rows) =>
          `<div><div class="tit"><b>${name}</b><a href="/more">更多&gt;&gt;</a></div><ul>${rows}</ul></div>`,
      ),
    ],
  ])('is one list: %s', (_, list) => {
    const { lists } = read(`<h2>通知公告</h2>${list}`);
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({ own: true, name: '通知公告', newest: '2024-05-16' });
    expect(lists[0]!.items).toHaveLength(6);
  });

  test('is named by what stands above its parts where it is not the page of its own', () => {
    const list = parts((name, rows) => `<div class="unit"><h3>${name}</h3><ul>${rows}</ul></div>`);
    const side = `<div class="left"><h2>部门公示</h2>${list}</div>`;
    const rows = each((i) => `<li>${a(i)}<span>${DAYS[i]}</span></li>`);
    const { lists } = read(`<h2>通知公告</h2><ul>${rows}${rows}</ul>`, { side });
    expect(lists.map((l) => [l.name, l.items.length])).toEqual([
      ['部门公示', 6],
      ['通知公告', 12],
    ]);
  });

  test('boxes under the names of columns stay lists of their own', () => {
    const names = ['工作动态', '新闻中心', '办事大厅'];
    const { lists } = read(
      parts((name, rows) => `<div class="unit"><h3>${name}</h3><ul>${rows}</ul></div>`, names),
    );
    expect(lists.map((l) => l.items.length)).toEqual([2, 2, 2]);
  });
});

test('letters: the list is dated by when they came', () => {
  const own = read(
    `<table><tr><th>编号</th><th>主题</th><th>来信时间</th><th>回复时间</th><th>状态</th></tr>${[1, 2, 3].map((i) => `<tr><td>2024051${i}</td><td><a href="/xx/${i}">关于第${i}号路段积水的问题</a></td><td>2024-05-0${5 - i}</td><td>2024-05-1${5 - i}</td><td>已办结</td></tr>`).join('')}</table>`,
  ).lists.find((l) => l.own);
  expect(own?.items).toHaveLength(3);
  expect(own?.items.every((i) => i.status === '已办结')).toBe(true);
});

test('a list that its script has not filled is no blank column', () => {
  const { lists, blankColumns, limits } = read(
    '<ul id="list"></ul><div class="loading">正在加载，请稍候…</div>',
  );
  expect(lists).toEqual([]);
  expect(blankColumns).toEqual([]);
  expect(limits.map((l) => l.kind)).toContain('loading');
});

test('a row with a date in the future does not hide behind the newest', () => {
  const own = read(
    `<ul>${each((i) => `<li>${a(i)}<span>${i === 3 ? '2042-05-10' : DAYS[i]}</span></li>`)}</ul>`,
  ).lists.find((l) => l.own);
  expect(own?.items).toHaveLength(6);
});

describe('home page', () => {
  const home = (html: string) =>
    readPage(
      openPage(
        `<!doctype html><html><head><title>云山市人民政府门户网站</title></head><body><div class="top">今天是2024年5月20日</div>${html}<div class="footer">主办：云山市人民政府办公室</div></body></html>`,
      ),
      { now: NOW, url: 'http://www.example.gov.cn/' },
    ).snapshot;
  const rows = (name: string, days: string[]) =>
    `<ul>${days.map((day, i) => `<li><a href="/${name}/${i}.html">${name}栏目第${i + 1}条信息的标题</a><span>${day}</span></li>`).join('')}</ul>`;

  test('tabs in one row, their lists below, only the first visible', () => {
    const { lists } = home(
      `<div class="box"><div class="tabs"><ul><li><a href="/yw/">政务要闻</a></li><li><a href="/bm/">部门动态</a></li><li><a href="/xz/">乡镇动态</a></li></ul></div><div><div>${rows('政务要闻', ['05-19', '05-18', '05-17'])}</div><div style="display:none">${rows('部门动态', ['05-16', '05-15', '05-14'])}</div></div></div><div class="box"><h3>通知公告</h3>${rows('通知公告', ['2024-05-10', '2024-05-09', '2024-05-08'])}</div><div class="box"><h3>政策文件</h3>${rows('政策文件', ['2024-02-10', '2024-01-09', '2023-05-08'])}</div>`,
    );
    expect(lists.map((l) => [l.name, l.kind, l.newest, l.yearAssumed])).toEqual([
      ['政务要闻', 'news', '2024-05-19', true],
      ['通知公告', 'notice', '2024-05-10', false],
      ['政策文件', 'policy', '2024-02-10', false],
    ]);
  });

  test('headings as pictures have no name, and say so', () => {
    const { lists } = home(
      [1, 2, 3]
        .map(
          (n) =>
            `<div class="box"><div><img alt="" src="/h${n}.png"></div>${rows(`n${n}`, ['2024-05-10', '2024-05-09', '2024-05-08'])}</div>`,
        )
        .join(''),
    );
    expect(lists.map((l) => l.nameFrom)).not.toContain('breadcrumb');
    expect(lists).toHaveLength(3);
  });
});
