import { describe, expect, test } from 'vitest';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

const NOW = Date.parse('2024-05-20T12:00:00+08:00');
const TITLES = [
  '关于开展安全检查的通知',
  '关于召开工作会议的通知',
  '关于做好防汛工作的通知',
  '关于公布考试成绩的公告',
  '关于征集志愿者的通知',
];
const DAYS = ['2024-05-16', '2024-05-10', '2024-04-28', '2024-03-15', '2024-01-09'];
const link = (i: number) => `<a href="/tzgg/content_${i}.html" title="旧标题 2020-01-01">${TITLES[i]}</a>`;
const rows = (row: (i: number) => string) => TITLES.map((_, i) => row(i)).join('\n');
const md = (i: number) => DAYS[i]!.slice(5);

/** A column page of a government site with what stands around its list. */
function column(list: string, { side = '', head = '' } = {}): Document {
  return openPage(`<!doctype html><html><head><meta charset="utf-8"><title>通知公告_某市人民政府</title>${head}</head><body>
    <div class="top">2024年5月20日 星期一</div><div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a></div>
    <div class="dqwz">您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/tz">通知公告</a></div>
    <div class="left"><h3>栏目导航</h3><ul><li><a href="/a">工作动态</a></li><li><a href="/b">政策文件</a></li></ul></div>
    <div class="main">${list}</div>${side}
    <div class="footer">版权所有 某市人民政府 ICP备2024000000号 最后更新：2024-05-19</div></body></html>`);
}

const own = (list: string, around = {}) =>
  readPage(column(list, around), { now: NOW, url: 'http://www.example.gov.cn/tz/' }).snapshot.lists.find(
    (l) => l.own,
  );

describe('rows of a column', () => {
  test.each<[string, string]>([
    ['li, date behind', `<ul>${rows((i) => `<li>${link(i)}<span>${DAYS[i]}</span></li>`)}</ul>`],
    ['li, date before', `<ul>${rows((i) => `<li><span>[${DAYS[i]}]</span>${link(i)}</li>`)}</ul>`],
    ['li, date as text', `<ul>${rows((i) => `<li>${link(i)} ${DAYS[i]}</li>`)}</ul>`],
    [
      'li, date inside the link',
      `<ul>${rows((i) => `<li><a href="/${i}">${TITLES[i]}<em>${DAYS[i]}</em></a></li>`)}</ul>`,
    ],
    [
      'link around the row',
      `<div>${rows((i) => `<a href="/${i}" style="display:block"><p>${TITLES[i]}</p><i>${DAYS[i]}</i></a>`)}</div>`,
    ],
    [
      'table rows',
      `<table><tr><th>标题</th><th>发布时间</th></tr>${rows((i) => `<tr><td>${link(i)}</td><td>${DAYS[i]}</td></tr>`)}</table>`,
    ],
    [
      'table with other dates',
      `<table><tr><th>名称</th><th>成文日期</th><th>发布日期</th></tr>${rows((i) => `<tr><td>${link(i)}</td><td>2023-01-0${i + 1}</td><td>${DAYS[i]}</td></tr>`)}</table>`,
    ],
    [
      'a table per row',
      rows((i) => `<table><tr><td>·</td><td>${link(i)}</td><td>${DAYS[i]}</td></tr></table>`),
    ],
    ['definition lists', rows((i) => `<dl><dt>${link(i)}</dt><dd>${DAYS[i]}</dd></dl>`)],
    [
      'div rows one wrapper deeper',
      rows((i) => `<div class="w"><div class="row"><div>${link(i)}</div><div>${DAYS[i]}</div></div></div>`),
    ],
    ['side by side', `<div>${rows((i) => `${link(i)} <span>${DAYS[i]}</span><br>`)}</div>`],
    ['date first, side by side', `<div>${rows((i) => `<span>${DAYS[i]}</span> ${link(i)}<br>`)}</div>`],
    [
      'with summaries',
      `<ul>${rows((i) => `<li><h4>${link(i)}</h4><p>${'内容提要内容提要。'.repeat(12)}</p><p>发布时间：${DAYS[i]} 来源：市政府办</p></li>`)}</ul>`,
    ],
    [
      'a date in the title too',
      `<ul>${rows((i) => `<li><a href="/${i}">${TITLES[i]}（2019年12月31日）</a><span>${DAYS[i]}</span></li>`)}</ul>`,
    ],
    [
      'split boxes',
      `<ul>${rows((i) => `<li><div class="d"><b>${DAYS[i]!.slice(8)}</b><span>${DAYS[i]!.slice(0, 7)}</span></div><div>${link(i)}</div></li>`)}</ul>`,
    ],
    [
      'split boxes, one line',
      `<ul>${rows((i) => `<li><span class="d"><em>${DAYS[i]!.slice(0, 7).replace('-', '.')}</em>/<em>${DAYS[i]!.slice(8)}</em></span>${link(i)}</li>`)}</ul>`,
    ],
    [
      'year over month and day',
      `<ul>${rows((i) => `<li><p class="d"><span style="display:block">${DAYS[i]!.slice(0, 4)}</span><span style="display:block">${md(i)}</span></p>${link(i)}</li>`)}</ul>`,
    ],
    [
      'Chinese dates',
      `<ul>${rows((i) => `<li>${link(i)}<span>${DAYS[i]!.replace('-', '年').replace('-', '月')}日</span></li>`)}</ul>`,
    ],
    [
      'slashes',
      `<ul>${rows((i) => `<li>${link(i)}<span>${DAYS[i]!.replaceAll('-', '/')}</span></li>`)}</ul>`,
    ],
    [
      'year from the address',
      `<ul>${rows((i) => `<li><a href="/tz/${DAYS[i]!.slice(0, 7).replace('-', '')}/t${DAYS[i]!.replaceAll('-', '')}_${i}.html">${TITLES[i]}</a><span>${md(i)}</span></li>`)}</ul>`,
    ],
    [
      'broken by lines',
      `<ul>${rows((i) => `<li>${link(i)}<span>${DAYS[i]}</span></li>${i === 2 ? '</ul><hr><ul>' : ''}`)}</ul>`,
    ],
    ['each in its own list', rows((i) => `<ul><li>${link(i)}<span>${DAYS[i]}</span></li></ul>`)],
    [
      'written by script',
      `<ul>${rows((i) => `<li>${link(i)}<span><script type="text/x">document.write("${DAYS[i]}")</script></span></li>`)}</ul>`,
    ],
  ])('%s', (_, list) => {
    const found = own(list);
    expect(found).toMatchObject({
      name: '通知公告',
      kind: 'notice',
      newest: '2024-05-16',
      newestItem: 0,
      yearAssumed: false,
    });
    expect(found!.items.map((i) => i.date)).toEqual(DAYS);
    expect(found!.items[1]!.title).toContain(TITLES[1]);
    expect(found!.items[1]!.href).not.toBe('');
  });

  test('the newest is the maximum, pinned rows are marked', () => {
    const list = own(
      `<ul><li><b>[置顶]</b>${link(4)}<span>${DAYS[4]}</span></li>${rows((i) => (i === 4 ? '' : `<li>${link(i)}<span>${DAYS[i]}</span></li>`))}</ul>`,
    );
    expect(list).toMatchObject({ newest: '2024-05-16', newestItem: 1 });
    expect(list!.items.map((i) => i.pinned)).toEqual([true, false, false, false, false]);
  });

  test('one row is a column too', () => {
    expect(own(`<ul><li>${link(0)}<span>${DAYS[0]}</span></li></ul>`)).toMatchObject({
      newest: DAYS[0],
      name: '通知公告',
    });
  });

  test('two rows are a column too', () => {
    expect(
      own(`<ul><li>${link(0)}<span>${DAYS[0]}</span></li><li>${link(1)}<span>${DAYS[1]}</span></li></ul>`)
        ?.items,
    ).toHaveLength(2);
  });

  test('a longer side box does not stand in for the column', () => {
    const side = `<div class="side"><h3>热点新闻</h3><ul>${[1, 2, 3, 4, 5, 6].map((i) => `<li><a href="/x${i}">热点新闻报道第${i}条</a><span>2024-05-1${i}</span></li>`).join('')}</ul></div>`;
    const list = own(
      `<h2>通知公告</h2><ul><li>${link(3)}<span>${DAYS[3]}</span></li><li>${link(4)}<span>${DAYS[4]}</span></li></ul>`,
      { side },
    );
    expect(list).toMatchObject({ newest: '2024-03-15', name: '通知公告' });
  });

  test('a year that is nowhere is assumed, and marked so', () => {
    const list = own(`<ul>${rows((i) => `<li>${link(i)}<span>${md(i)}</span></li>`)}</ul>`);
    expect(list).toMatchObject({ newest: '2024-05-16', yearAssumed: true });
    expect(list!.items[0]!.yearFrom).toBe('nearestPast');
  });

  test('a December date in January belongs to last year', () => {
    const page = column(
      `<ul><li>${link(0)}<span>12-29</span></li><li>${link(1)}<span>12-20</span></li><li>${link(2)}<span>01-03</span></li></ul>`,
    );
    const { lists } = readPage(page, {
      now: Date.parse('2024-01-05T12:00:00+08:00'),
      url: 'http://www.example.gov.cn/tz/',
    }).snapshot;
    expect(lists.find((l) => l.own)?.items.map((i) => i.date)).toEqual([
      '2023-12-29',
      '2023-12-20',
      '2024-01-03',
    ]);
  });

  test('status words of rows', () => {
    const list = own(
      `<table><tr><th>标题</th><th>提交时间</th><th>状态</th></tr>${rows((i) => `<tr><td>${link(i)}</td><td>${DAYS[i]}</td><td>${i === 0 ? '办理中' : '已办结'}</td></tr>`)}</table>`,
    );
    expect(list?.items.map((i) => i.status)).toEqual(['办理中', '已办结', '已办结', '已办结', '已办结']);
  });
});

describe('no list', () => {
  test.each<[string, string]>([
    [
      'fields of one document',
      '<table><tr><td>成文日期</td><td>2024-01-02</td></tr><tr><td>发布日期</td><td>2024-01-03</td></tr><tr><td>实施日期</td><td>2024-02-01</td></tr></table>',
    ],
    [
      'paragraphs with dates',
      '<p>2024年1月2日，会议召开。</p><p>2024年1月3日，检查开始。</p><p>2024年1月4日，检查结束。</p>',
    ],
    ['a calendar of events', '<p>1月2日 报名</p><p>1月3日 初审</p><p>1月4日 公示</p>'],
  ])('%s', (_, html) => {
    expect(
      readPage(column(html), { now: NOW, url: 'http://www.example.gov.cn/tz/1.html' }).snapshot.lists,
    ).toEqual([]);
  });
});

describe('home page', () => {
  const box = (name: string, day: string) =>
    `<div class="box"><div class="hd"><h2>${name}</h2><a href="/${name}/">更多&gt;&gt;</a></div><ul>${[1, 2, 3].map((i) => `<li><a href="/c/202405/t2024050${i}_${i}.html">${name}第${i}条信息标题</a><span>${day}-0${i}</span></li>`).join('')}</ul></div>`;
  const page = (html: string) =>
    readPage(openPage(`<title>某市人民政府</title>${html}`), { now: NOW, url: 'http://www.example.gov.cn/' })
      .snapshot;

  test('every box has its name, kind and 更多', () => {
    const { kind, lists } = page(
      box('要闻动态', '2024-05') + box('通知公告', '05') + box('政策文件', '2023-11'),
    );
    expect(kind).toBe('home');
    expect(lists.map((l) => [l.name, l.kind, l.newest, l.yearAssumed, l.own])).toEqual([
      ['要闻动态', 'news', '2024-05-03', false, false],
      ['通知公告', 'notice', '2024-05-03', false, false],
      ['政策文件', 'policy', '2023-11-03', false, false],
    ]);
    expect(decodeURI(lists[1]!.href!)).toContain('/通知公告/');
  });

  test('tabs name the lists below them in turn', () => {
    const list = (n: number) =>
      `<ul>${[3, 2, 1].map((i) => `<li><a href="/c">第${n}组第${i}条信息标题</a><span>2024-05-0${i}</span></li>`).join('')}</ul>`;
    const { lists } = page(
      `<div class="tab"><div><a href="/1">要闻</a> <br><a href="/2">公告</a></div><div>${list(1)}${'<p></p>'}</div><div>${list(2)}</div></div>`,
    );
    expect(lists.map((l) => l.name)).toEqual(['要闻', '公告']);
  });
});

describe('pager and blank columns', () => {
  const read = (html: string, url = 'http://www.example.gov.cn/tz/') =>
    readPage(column(html), { now: NOW, url }).snapshot;
  const list = `<ul>${rows((i) => `<li>${link(i)}<span>${DAYS[i]}</span></li>`)}</ul>`;

  test.each<[string, string, string, object]>([
    [
      'words',
      `${list}<div>共36条 第2/3页 <a>上一页</a> <a>下一页</a></div>`,
      '/tz/',
      { page: 2, pages: 3, items: 36 },
    ],
    [
      'numbers',
      `${list}<div><a>上一页</a> <a>1</a> <b>2</b> <a>3</a> <a>下一页</a></div>`,
      '/tz/',
      { pages: 3 },
    ],
    ['address counted from 0', `${list}<div>首页 上一页 下一页 尾页</div>`, '/tz/index_1.html', { page: 2 }],
    ['question mark', `${list}`, '/tz/?page=4', { page: 4 }],
    [
      'all in one place',
      `${list}<div>共 5 条记录，共 1 页，当前第 1 页</div>`,
      '/tz/',
      { page: 1, pages: 1, items: 5 },
    ],
  ])('%s', (_, html, path, pager) =>
    expect(read(html, `http://www.example.gov.cn${path}`).pager).toMatchObject(pager),
  );

  test('a list without a pager has none', () => expect(read(list).pager).toBeNull());

  test.each([
    '<div>暂无信息</div>',
    '<p>暂无相关数据！</p>',
    '<div>共 0 条</div>',
    '<div>共0条 0/0</div>',
    '<p>栏目建设中…</p>',
    '<ul></ul><div>首页 上一页 下一页 尾页</div>',
  ])('blank: %s', (html) => {
    expect(read(html).blankColumns).toMatchObject([{ name: '通知公告', kind: 'notice' }]);
  });
  test.each([list, `${list}<p>暂无附件</p>`, '<p>暂无收费</p>', `${list}<div>共5条</div>`])(
    'not blank: %s',
    (html) => {
      expect(read(html).blankColumns).toEqual([]);
    },
  );
});
