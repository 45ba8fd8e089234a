import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The host under which the browsers of a test find the team's endpoint. */
export const SYNC_HOST = 'sync.yunhe-demo.gov.cn';

/** Answers for every host of the demo, and passes on what is meant for the endpoint's while the reviewers are online. */
export async function startFront(
  demo: { port: number },
  endpoint: string,
  isOnline: () => boolean = () => true,
): Promise<{ port: number; close(): void }> {
  const server: Server = createServer((asked, answer) => {
    const isSync = asked.headers.host === SYNC_HOST;
    if (isSync && !isOnline()) {
      asked.destroy();
      return;
    }
    const to = isSync ? new URL(endpoint).port : demo.port;
    const { method, headers, url: path } = asked;
    const passed = request({ host: '127.0.0.1', port: to, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
