import { afterEach, expect, test } from 'vitest';
import { inert, type LaidOut, layOut } from '../../../utils/page/fetched';
import { readPage } from '../../../utils/page/read';

const url = 'https://www.yunhe-demo.gov.cn/hdjl/yjzj/zj_1.html';
const now = Date.UTC(2024, 3, 18);
let page: LaidOut | null = null;
afterEach(() => page?.close());

/** Everything that a page can do by itself, each pointing at an address that would be seen. */
const hostile = `<!doctype html><html><head>
<base href="https://www.yunhe-demo.gov.cn/other/">
<meta http-equiv="refresh" content="0;url=/refreshed">
<link rel="stylesheet" href="/probe.css"><link rel="preload" href="/probe.js" as="script">
<style>@import "/probe-import.css"; p { background: url(/probe-style.png); }</style>
<script>top.hostile = 'script'; document.title = 'changed';</script></head>
<body onload="top.hostile='onload'"><h1 onclick="top.hostile='click'">关于公开征求意见的公告</h1>
<noscript>请开启脚本</noscript>
<p style="background-image:url('/probe-inline.png')">征求意见时间：2024年2月1日至2024年3月4日。</p>
<p style="display:none">看不见的文字</p>
<img src="/probe.png" onerror="top.hostile='onerror'"><img srcset="/probe2.png 2x">
<iframe src="/probe-frame.html"></iframe><object data="/probe-object"></object><embed src="/probe-embed">
<svg><script>top.hostile='svg'</script><image href="/probe-svg.png"/></svg><video poster="/probe-poster.png"></video>
<form action="/send"><input name="q" autofocus onfocus="top.hostile='focus'"></form>
<p><a href="fk_1.html">结果反馈</a> <a href="#top">顶部</a> <a href="javascript:top.hostile='link'">空链接</a></p>
</body></html>`;

test('a fetched page is laid out and read like an opened one', async () => {
  page = await layOut(document, hostile, url);
  const { snapshot } = readPage(page.document, { url, now });
  expect(snapshot.headline).toBe('关于公开征求意见的公告');
  const text = snapshot.blocks.map((block) => block.text).join('\n');
  expect(text).toContain('征求意见时间：2024年2月1日至2024年3月4日。');
  expect(text).not.toMatch(/看不见|请开启脚本|top\.hostile/);
  expect(snapshot.links.map(({ href }) => href)).toContain('https://www.yunhe-demo.gov.cn/other/fk_1.html');
  expect(snapshot.links.map(({ raw }) => raw)).toContain('#top');
  expect(page.frames).toEqual(['https://www.yunhe-demo.gov.cn/probe-frame.html']);
  expect(page.document.compatMode).toBe('CSS1Compat');
});

test('no script of a fetched page runs, and nothing that it names is loaded', async () => {
  const before = performance.getEntriesByType('resource').length;
  page = await layOut(document, hostile, url);
  page.document.querySelector('h1')!.click();
  page.document.querySelector('input')!.focus();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  expect((globalThis as { hostile?: string }).hostile).toBeUndefined();
  expect(page.document.title).toBe('');
  const own = page.document.defaultView!.performance.getEntriesByType('resource');
  const asked = [...performance.getEntriesByType('resource').slice(before), ...own].map(({ name }) => name);
  expect(asked.filter((name) => name.includes('probe'))).toEqual([]);
});

test('nothing that acts or loads is left in the document, whatever its spelling', () => {
  const { page: parsed } = inert(
    '<p ONCLICK="a()" data-x="1">文字</p><a HREF="/b">链接</a><img SRC="x" LowSrc="y"><meta HTTP-EQUIV=refresh content="0">',
    url,
  );
  expect(parsed.body.innerHTML + parsed.head.innerHTML).toBe(
    '<p data-x="1">文字</p><a href="https://www.yunhe-demo.gov.cn/b">链接</a><img>',
  );
});
