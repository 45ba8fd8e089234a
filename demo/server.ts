import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cityAccounts, cityAccountsAfterNotice } from './accounts/city';
import { accountHosts, accountPages } from './accounts/site';
import { specimenPage } from './accounts/specimens';
import { escapeHtml } from './html';
import type { Reply, Site, Visit } from './site';
import { sites, sitesAfterNotice } from './sites';

export interface Demo {
  port: number;
  /** The virtual hosts that are answered. */
  hosts: string[];
  /** Time goes on: from now on the pages show what the units have made of the notice. */
  rectify(): void;
  close(): Promise<void>;
}

/**
 * Starts the demo portal on loopback: one server, many virtual hosts. A browser reaches it by mapping the host
 * names to it, or by using it as its HTTP proxy: absolute request lines (`GET http://www.…/`) are understood too.
 * @param port a free port is taken when it is left out.
 * @param watch is told of every request: method, host and path. A promise that it returns holds the answer back.
 */
export async function startDemo({
  port = 0,
  watch,
}: {
  port?: number;
  watch?: (request: string) => void | Promise<void>;
} = {}): Promise<Demo> {
  const byHost = new Map(sites.map((site) => [site.identity.host, site]));
  const content: Content = { sites: byHost, accounts: accountPages(cityAccounts) };
  const server = createServer(async (request, response) => {
    const asked = visitOf(request)?.url;
    if (asked) await watch?.(`${request.method} ${asked.hostname}${asked.pathname}`);
    const reply = answer(content, request);
    response.writeHead(reply.status ?? 200, {
      'content-type': reply.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...reply.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    hosts: [...byHost.keys(), ...accountHosts],
    rectify() {
      for (const site of sitesAfterNotice) byHost.set(site.identity.host, site);
      content.accounts = accountPages(cityAccountsAfterNotice);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is answered at present. */
interface Content {
  sites: Map<string, Site>;
  accounts: ReturnType<typeof accountPages>;
}

function answer({ sites, accounts }: Content, request: IncomingMessage): Reply {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, '不支持的请求方式');
  const visit = visitOf(request);
  if (!visit) return refusal(400, '请求地址有误');
  const account = accounts(visit) ?? specimenPage(visit);
  if (account) return account;
  const { hostname, pathname, search } = visit.url;
  const moved = [...sites.values()].find((site) => site.formerHost === hostname);
  if (moved) {
    const location = visit.link(moved.identity.host, pathname + search);
    return { status: 302, body: '', headers: { location } };
  }
  const site = sites.get(hostname);
  if (!site) return refusal(404, '演示环境中没有这个网站');
  const path = decodeURIComponent(pathname).replace(/\/index\.html$/, '/');
  const route = Object.hasOwn(site.routes, path) ? site.routes[path] : undefined;
  return route ? route(visit) : refusal(404, '您访问的页面不存在或已删除');
}

function visitOf(request: IncomingMessage): Visit | null {
  const base = `http://${request.headers.host ?? 'localhost'}`;
  if (!URL.canParse(request.url ?? '', base)) return null;
  const url = new URL(request.url!, base);
  const port = url.port ? `:${url.port}` : '';
  return { url, link: (host, path) => `http://${host}${port}${path}` };
}

function refusal(status: number, sentence: string): Reply {
  const title = `${status} ${escapeHtml(sentence)}`;
  return {
    status,
    body: `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p><a href="/">返回首页</a></p></body></html>`,
  };
}
