import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddPaths } from '../../../demo/odd/site';
import { type Demo, startDemo } from '../../../demo/server';
import { sites } from '../../../demo/sites';

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

interface Answer {
  status: number;
  type: string;
  location: string | undefined;
  bytes: Buffer;
  text: string;
}

/** Asks the demo for a page of one of its hosts; `absolute` asks as a browser asks its proxy. */
function get(host: string, path: string, absolute = false, port = demo.port) {
  return new Promise<Answer>((resolve, reject) => {
    const target = absolute ? `http://${host}${path}` : path;
    request({ host: '127.0.0.1', port, path: target, headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const type = response.headers['content-type'] ?? '';
        const { location } = response.headers;
        resolve({ status: response.statusCode!, type, location, bytes, text: bytes.toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the demo portal', () => {
  it('answers each virtual host with its own home page', async () => {
    expect((await get('www.yunhe-demo.gov.cn', '/')).text).toContain('云河市人民政府');
    expect((await get('zjj.yunhe-demo.gov.cn', '/')).text).toContain('云河市住房和城乡建设局');
    expect((await get('zjj.yunhe-demo.gov.cn', '/', true)).text).toContain('云河市住房和城乡建设局');
  });

  it('refuses what it does not have', async () => {
    expect((await get('www.example.com', '/')).status).toBe(404);
    expect((await get('www.yunhe-demo.gov.cn', '/nothing')).status).toBe(404);
    expect((await get('www.yunhe-demo.gov.cn', '/constructor')).status).toBe(404);
  });

  it('has no dead link within itself', async () => {
    const dead: string[] = [];
    const seen = new Set<string>();
    const queue = sites.map(({ identity }) => new URL(`http://${identity.host}/`));
    for (let url = queue.pop(); url; url = queue.pop()) {
      if (seen.has(url.href) || !demo.hosts.includes(url.hostname)) continue;
      seen.add(url.href);
      const { status, text } = await get(url.host, url.pathname + url.search);
      if (status !== 200) dead.push(url.href);
      const markup = text.replace(/<script>[\s\S]*?<\/script>/g, '');
      for (const [, href] of markup.matchAll(/(?:href|src)="([^"]+)"/g)) queue.push(new URL(href!, url));
    }
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(90);
  });

  it('gives the consultations by script, from the host that runs them', async () => {
    const { rows } = JSON.parse((await get('www.yunhe-demo.gov.cn', '/hdjl/yjzj/list.json')).text);
    expect(rows.map((row: { status: string }) => row.status)).toEqual(['征集中', '已结束', '已结束']);
    expect(rows[0].href).toMatch(/^http:\/\/zjj\.yunhe-demo\.gov\.cn\//);
    expect((await get('www.yunhe-demo.gov.cn', '/hdjl/yjzj/')).text).not.toContain('征求意见稿');
  });

  it('leads from the host of a site that has moved to where it is now', async () => {
    const { status, location } = await get('www.baishi.yunhe-demo.gov.cn', '/xw/dtyw/?page=1');
    expect([status, location]).toEqual([302, 'http://baishi.yunhe-demo.gov.cn/xw/dtyw/?page=1']);
  });

  it('answers a site search', async () => {
    const { text } = await get('www.yunhe-demo.gov.cn', `/search?q=${encodeURIComponent('爱国卫生')}`);
    expect(text).toContain('相关的信息 1 条');
  });

  it('serves each odd page in its own way', async () => {
    for (const path of oddPaths) expect((await get('test.yunhe-demo.gov.cn', path)).status, path).toBe(200);
    const gbk = await get('test.yunhe-demo.gov.cn', '/gbk/');
    expect(new TextDecoder('gbk').decode(gbk.bytes)).toContain('发布时间：2024-04-16 10:30');
    expect((await get('test.yunhe-demo.gov.cn', '/xhtml/')).type).toMatch(/^application\/xhtml\+xml/);
  });
});

describe('the demo after the notice', () => {
  const powers = ['gaj.yunhe-demo.gov.cn', '/zwgk/qlqd/202403/t20240315_1001.html'] as const;
  const report = ['gxj.yunhe-demo.gov.cn', '/zwgk/nb/202401/t20240124_1001.html'] as const;
  const call = ['zjj.yunhe-demo.gov.cn', '/hdjl/yjzj/zj_1.html'] as const;

  it('has one text put right, one taken down, and one thing left as it was', async () => {
    const own = await startDemo();
    const there = (page: readonly [string, string]) => get(page[0], page[1], false, own.port);
    try {
      expect((await there(powers)).text).toMatch(/处法.*办里.*限期改证/s);
      const before = (await there(call)).text;
      own.rectify();
      expect((await there(powers)).text).toMatch(/行为的处罚.*证办理.*限期改正/s);
      expect((await there(powers)).text).not.toMatch(/处法|办里|改证/);
      expect((await there(report)).status).toBe(404);
      expect((await there(call)).text).toBe(before);
    } finally {
      await own.close();
    }
  });
});
