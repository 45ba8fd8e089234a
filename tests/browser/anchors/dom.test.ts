import { describe, expect, it } from 'vitest';
import { anchorOfRange, rangeOfAnchor } from '../../../utils/anchors/dom';
import { openPage } from '../../lib/openPage';

const PAGE = `<h1>关于做好防汛工作的通知</h1><p>发布时间：2024-04-18</p>
  <p>各区县：  为切实做好<b>今年</b>防汛
  工作，现通知如下。</p><p style="display:none">发现险情及时上抱。</p><ul><li>一、压实责任。</li><li>二、发现险情及时<em>上抱</em>。</li></ul>`;

/** A range from the first occurrence of `from` to the end of the first occurrence of `to`, in text nodes. */
function rangeOver(document: Document, from: string, to: string): Range {
  const range = document.createRange();
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let started = false;
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    if (node.parentElement!.style.display === 'none') continue;
    if (!started && node.data.includes(from)) {
      range.setStart(node, node.data.indexOf(from));
      started = true;
    }
    if (started && node.data.includes(to)) {
      range.setEnd(node, node.data.indexOf(to) + to.length);
      return range;
    }
  }
  throw new Error(`not on the page: ${from} … ${to}`);
}

const flat = (range: Range | null) => range?.toString().replace(/\s+/g, ' ') ?? null;

describe('anchors on a live page', () => {
  it.each([
    ['上抱', '上抱'],
    ['为切实', '工作，'],
    ['险情', '上抱'],
    ['通知如下', '压实'],
    ['2024', '04-18'],
  ])('finds %s…%s again', (from, to) => {
    const document = openPage(PAGE);
    const range = rangeOver(document, from, to);
    const anchor = anchorOfRange(range)!;
    expect(anchor.exact.startsWith(from)).toBe(true);
    expect(anchor.exact.endsWith(to)).toBe(true);
    const found = rangeOfAnchor(document, anchor)!;
    expect(flat(found)).toBe(flat(range));
    expect(found.startContainer).toBe(range.startContainer);
    expect(found.startOffset).toBe(range.startOffset);
    expect(found.endContainer).toBe(range.endContainer);
    expect(found.endOffset).toBe(range.endOffset);
  });

  it('finds it on another day: other date, another paragraph, other markup', () => {
    const today = openPage(PAGE);
    const anchor = anchorOfRange(rangeOver(today, '险情', '上抱'))!;
    const later = openPage(
      PAGE.replace('2024-04-18', '2024年5月6日 09:30')
        .replace('<ul>', '<p>另有要求。</p><ul>')
        .replace('<em>上抱</em>', '上抱'),
    );
    expect(rangeOfAnchor(later, anchor)?.toString()).toBe('险情及时上抱');
  });

  it('is lost when only hidden text still says it', () => {
    const anchor = anchorOfRange(rangeOver(openPage(PAGE), '险情', '上抱'))!;
    expect(rangeOfAnchor(openPage(PAGE.replace(/<li>二.*?<\/li>/, '')), anchor)).toBeNull();
  });

  it('has no anchor for hidden text or blanks', () => {
    const document = openPage(PAGE);
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('p[style]')!);
    expect(anchorOfRange(range)).toBeNull();
  });

  it('finds words in a frame', async () => {
    const document = openPage(
      '<p>列表</p><iframe width="300" height="200" srcdoc="<p>关于停水的通知</p>"></iframe>',
    );
    const frame = document.querySelector('iframe')!;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const range = rangeOver(frame.contentDocument!, '停水', '停水');
    const anchor = anchorOfRange(range)!;
    const found = rangeOfAnchor(document, anchor)!;
    expect(found.toString()).toBe('停水');
    expect(found.startContainer.ownerDocument).toBe(frame.contentDocument);
  });
});

describe('anchors in lists and tables', () => {
  const home = (news: string[], notices: string[]) =>
    openPage(
      `<div><h2>头条新闻</h2><ul>${news.map((title) => `<li>${title}</li>`).join('')}</ul></div>
       <div><h2>通知公告</h2><ul>${notices.map((title) => `<li>${title}</li>`).join('')}</ul></div>`,
    );
  const SAME = '关于公开征求意见的通知';
  const many = (prefix: string) =>
    Array.from({ length: 6 }, (_, index) => `${prefix}第${index}项工作进展情况通报`);

  /** The range over the same title in the second list. */
  function second(document: Document): Range {
    const range = document.createRange();
    const items = [...document.querySelectorAll('li')].filter((item) => item.textContent === SAME);
    range.selectNodeContents(items.at(-1)!);
    return range;
  }

  it('remember the list, and find the title there after everything around it has changed', () => {
    const anchor = anchorOfRange(second(home([SAME, ...many('甲')], [SAME, ...many('乙')])))!;
    expect(anchor.path).toEqual({ box: '通知公告', row: SAME, column: '' });
    const later = home([...many('丙'), SAME, ...many('丁')], [...many('戊'), SAME, ...many('己')]);
    const found = rangeOfAnchor(later, anchor)!;
    expect(found.startContainer.parentElement!.closest('div')!.textContent).toContain('通知公告');
    // Without the list nobody can tell.
    const { path: _, ...plain } = anchor;
    expect(rangeOfAnchor(later, plain)).toBeNull();
  });

  const table = (rows: [string, string, string][]) =>
    openPage(
      `<h3>部门联系方式</h3><table><tr><th>单位</th><th>电话</th><th>邮箱</th></tr>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`,
    );
  const cell = (document: Document, row: number, column: number) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelectorAll('tr')[row]!.children[column]!);
    return range;
  };

  it('remember row and column of a table, and are lost when the row is gone', () => {
    const before = table([
      ['市公安局', '暂无', '暂无'],
      ['市教育局', '0578-1234567', '暂无'],
    ]);
    const anchor = anchorOfRange(cell(before, 1, 2))!;
    expect(anchor.path).toEqual({ box: '部门联系方式', row: '市公安局', column: '邮箱' });
    const moved = table([
      ['市财政局', '暂无', '暂无'],
      ['市民政局', '暂无', '暂无'],
      ['市公安局', '0578-7654321', '暂无'],
    ]);
    const found = rangeOfAnchor(moved, anchor)!;
    expect(found.startContainer.parentElement!.closest('tr')!.textContent).toContain('市公安局');
    expect(rangeOfAnchor(table([['市教育局', '0578-1234567', '暂无']]), anchor)).toBeNull();
  });
});
