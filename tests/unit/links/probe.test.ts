import { expect, test } from 'vitest';
import { probeLinks } from '../../../utils/links/probe';

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
  const found = await probeLinks([...urls, 'mailto:a@b.cn'], { fetch, signal: new AbortController().signal });
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
  const found = await probeLinks(urls, { fetch, signal: controller.signal });
  expect(most).toBe(5);
  expect(asked).toBeLessThan(18);
  expect(found.length).toBeLessThan(asked);
});
