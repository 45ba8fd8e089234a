import { expect, test } from 'vitest';
import { decode, FetchProblem, fetchPage } from '../../../utils/walk/fetch';

const url = 'https://a.yunhe-demo.gov.cn/1.html';
const { signal } = new AbortController();
const answer =
  (body: BodyInit, init: ResponseInit = {}, at = url) =>
  async () => {
    const reply = new Response(body, init);
    Object.defineProperty(reply, 'url', { value: at });
    return reply;
  };
const html = { headers: { 'content-type': 'text/html; charset=utf-8' } };
const why = (reply: ReturnType<typeof answer>) =>
  fetchPage(reply, url, signal).then(
    () => 'read',
    (error: unknown) => (error instanceof FetchProblem ? [error.why, error.value] : String(error)),
  );

test('a page of the same origin is read as text', async () => {
  expect(await fetchPage(answer('<p>征求意见</p>', html), url, signal)).toBe('<p>征求意见</p>');
});

test('an error, another site, a file and a page too large say why', async () => {
  expect(await why(answer('', { status: 404 }))).toEqual(['status', '404']);
  expect(await why(answer('', html, 'https://b.cn/'))).toEqual(['elsewhere', 'b.cn']);
  expect(await why(answer('x', { headers: { 'content-type': 'application/pdf' } }))).toEqual([
    'notHtml',
    'application/pdf',
  ]);
  expect(await why(answer(new Uint8Array(5_000_000), html))).toEqual(['tooLarge', '4.8']);
});

test('the encoding is taken from the header, else from the page, else UTF-8', () => {
  const gbk = Uint8Array.from([0xd5, 0xf7, 0xc7, 0xf3]);
  const meta = new TextEncoder().encode('<meta charset="gb2312">');
  expect(decode(gbk.buffer, 'text/html; charset=GBK')).toBe('征求');
  expect(decode(Uint8Array.from([...meta, ...gbk]).buffer, 'text/html')).toContain('征求');
  expect(decode(Uint8Array.from(new TextEncoder().encode('征求')).buffer, '')).toBe('征求');
  expect(
    decode(Uint8Array.from(new TextEncoder().encode('征求')).buffer, 'text/html; charset=x-unknown'),
  ).toBe('征求');
});
