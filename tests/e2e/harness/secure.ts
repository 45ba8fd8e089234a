import { get } from 'node:http';
import type { Page } from 'puppeteer-core';

/** Hosts that browsers open by https only (their preload list), as patterns of the DevTools protocol. */
const PATTERNS = ['https://*.toutiao.com/*', 'https://*.douyin.com/*'];

/** Answers these hosts from the demo portal, which speaks http only; nothing leaves the machine. */
export async function answerSecureHosts(page: Page, port: number): Promise<void> {
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    void ask(request.url, port).then(
      ({ status, body }) =>
        session.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: status,
          responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
          body: body.toString('base64'),
        }),
      () => session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }),
    );
  });
  await session.send('Fetch.enable', { patterns: PATTERNS.map((urlPattern) => ({ urlPattern })) });
}

function ask(address: string, port: number): Promise<{ status: number; body: Buffer }> {
  const { hostname, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: pathname + search, headers: { host: hostname } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 500, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}
