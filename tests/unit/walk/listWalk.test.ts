import { expect, test } from 'vitest';
import { INTERVAL_MS, MAX_PAGES, walkable, walkList } from '../../../utils/walk/listWalk';

const FROM = 'https://www.yunhe-demo.gov.cn/yjzj/';
const page = (n: number) => `${FROM}${n}.html`;

test('only pages of the same origin, each once, thirty at most', () => {
  expect(
    walkable([page(1), page(1), `${page(1)}#top`, 'https://other.cn/1', 'javascript:;', FROM], FROM),
  ).toEqual([page(1)]);
  const many = Array.from({ length: 50 }, (_, i) => page(i));
  expect(walkable(many, FROM)).toHaveLength(MAX_PAGES);
});

test('one by one with a pause between, going on after a failure, with progress', async () => {
  const events: string[] = [];
  const walked = await walkList([page(1), page(2), page(3)], {
    from: FROM,
    signal: new AbortController().signal,
    fetch: async (url) => {
      events.push(url);
      if (url === page(2)) throw new Error('404');
      return 'html';
    },
    wait: async (ms) => void events.push(`wait ${ms}`),
    read: (html, url) => `${html} ${url}`,
    onProgress: (walked, all) => void events.push(`${walked.length}/${all}`),
  });
  const pause = `wait ${INTERVAL_MS}`;
  expect(events).toEqual([page(1), '1/3', pause, page(2), '2/3', pause, page(3), '3/3']);
  expect(walked.map((w) => (w.error ? String(w.error) : w.result))).toEqual([
    `html ${page(1)}`,
    'Error: 404',
    `html ${page(3)}`,
  ]);
});

test('stops when cancelled, also while waiting', async () => {
  const controller = new AbortController();
  const walked = await walkList([page(1), page(2)], {
    from: FROM,
    signal: controller.signal,
    fetch: async () => 'html',
    wait: async () => controller.abort(),
    read: () => 1,
  });
  expect(walked).toHaveLength(1);
});
