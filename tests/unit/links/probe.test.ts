import { expect, test } from 'vitest';
import { probeable, probeLinks } from '../../../utils/links/probe';

const site = (answers: Record<string, Partial<Record<'HEAD' | 'GET', number>>>, log: string[] = []) => {
  return async (url: string, { method }: { method: 'HEAD' | 'GET' }) => {
    log.push(`${method} ${url}`);
    const status = answers[url]?.[method];
    if (status === undefined) throw new TypeError('failed');
    return { status };
  };
};

test('HEAD first, GET where it is refused, and no verdict on a refusal', async () => {
  const log: string[] = [];
  const fetch = site(
    {
      'https://a.cn/1': { HEAD: 200 },
      'https://a.cn/2': { HEAD: 405, GET: 200 },
      'https://a.cn/3': { HEAD: 404, GET: 404 },
      'https://a.cn/4': { HEAD: 403, GET: 403 },
    },
    log,
  );
  const urls = ['1', '2', '3', '4', '5', '1#part'].map((n) => `https://a.cn/${n}`);
  const found = await probeLinks([...urls, 'mailto:a@b.cn'], {
    fetch,
    wait: async () => undefined,
    signal: new AbortController().signal,
  });
  expect(found.map((f) => [f.state, f.status])).toEqual([
    ['alive', 200],
    ['alive', 200],
    ['dead', 404],
    ['unknown', 403],
    ['unreachable', null],
  ]);
  expect(log).not.toContain('GET https://a.cn/1');
});

test('at most five at once, and none after it was cancelled', async () => {
  const controller = new AbortController();
  let open = 0;
  let most = 0;
  let asked = 0;
  const fetch = async () => {
    asked++;
    most = Math.max(most, ++open);
    await Promise.resolve();
    open--;
    if (asked >= 12) controller.abort();
    return { status: 200 };
  };
  const urls = Array.from({ length: 40 }, (_, i) => `https://a.cn/${i}`);
  const found = await probeLinks(urls, {
    fetch,
    wait: async () => undefined,
    signal: controller.signal,
  });
  expect(most).toBe(5);
  expect(asked).toBeLessThan(18);
  expect(found.length).toBeLessThan(asked);
});

test('each lane pauses between two requests, and a status that may not be read is no verdict', async () => {
  const pauses: number[] = [];
  const found = await probeLinks(
    Array.from({ length: 7 }, (_, i) => `https://a.cn/${i}`),
    {
      fetch: async () => ({ status: 0 }),
      wait: async (ms) => void pauses.push(ms),
      signal: new AbortController().signal,
    },
  );
  expect(pauses).toEqual([1000, 1000]);
  expect(found.every(({ state, status }) => state === 'unknown' && status === null)).toBe(true);
});

test('only visible web addresses are asked, each once, none of an intranet', () => {
  const link = (href: string, visible = true, text = '名称') => ({ href, visible, text });
  const links = [
    link('https://a.cn/1#top'),
    link('https://a.cn/1'),
    link('http://192.168.1.2/x'),
    link('http://localhost/x'),
    link('https://a.cn/2', false),
    link('https://a.cn/3', true, ''),
    link('javascript:;'),
  ];
  expect(probeable(links)).toEqual(['https://a.cn/1']);
  expect(probeable(Array.from({ length: 300 }, (_, i) => link(`https://a.cn/${i}`)))).toHaveLength(200);
});
