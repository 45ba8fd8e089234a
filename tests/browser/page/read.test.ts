import { expect, test } from 'vitest';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

const NOW = Date.parse('2024-04-18T12:00:00+08:00');

test('reads visible text only, and never changes the page', () => {
  const document = openPage(`<title>通知</title><h1>关于开展检查的通知</h1>
    <p>第一段  有
    换行</p><p style="display:none">看不见</p><script>var a = 1</script><div>外<div>内</div></div>`);
  const before = document.documentElement.outerHTML;
  const { snapshot } = readPage(document, { now: NOW });
  expect(snapshot.blocks.map((b) => b.text)).toEqual(['关于开展检查的通知', '第一段 有 换行', '外', '内']);
  expect(snapshot.hidden).toEqual([{ text: '看不见', why: 'display' }]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('the site name is not the headline, even where the title begins with it', () => {
  const page = '<a href="/">云河市工业和信息化局</a><h1>云河市工业和信息化局2023年度报告</h1><p>正文</p>';
  const title = '<title>云河市工业和信息化局2023年度报告_云河市工业和信息化局</title>';
  const { headline } = readPage(openPage(`${title}${page}`), { now: NOW }).snapshot;
  expect(headline).toBe('云河市工业和信息化局2023年度报告');
});

test('a place leads back to the same words on the page', () => {
  const document = openPage(
    '<h1>关于开展检查的通知</h1><p>  发布时间：<b>2024-04-18</b>\n  10:20 来源：本站</p>',
  );
  const { snapshot, rangeOf } = readPage(document, { now: NOW });
  expect(snapshot.published).toMatchObject({ date: '2024-04-18', time: '10:20', source: 'label' });
  expect(rangeOf(snapshot.published!.place!)!.toString().replace(/\s+/g, ' ')).toBe('2024-04-18 10:20');
});

test('finds a list by its rows', () => {
  const row = (title: string, date: string) => `<li><span>${date}</span><a href="/a">${title}</a></li>`;
  const document = openPage(
    `<h2>通知公告</h2><ul>${row('关于甲的通知', '2024-04-01')}${row('关于乙的通知', '2024-04-11')}${row('关于丙的通知', '2024-03-01')}</ul>`,
  );
  const [list] = readPage(document, { now: NOW }).snapshot.lists;
  expect(list).toMatchObject({ name: '通知公告', kind: 'notice', newest: '2024-04-11', newestItem: 1 });
  expect(list!.items.map((i) => i.title)).toEqual(['关于甲的通知', '关于乙的通知', '关于丙的通知']);
});

test('a frame that cannot be read is a limit', () => {
  const document = openPage(
    '<p>正文</p><iframe src="https://other.invalid/list.html" width="300" height="200"></iframe>',
  );
  const { limits } = readPage(document, { now: NOW }).snapshot;
  expect(limits).toEqual([{ kind: 'frame', detail: 'https://other.invalid/list.html' }]);
});
