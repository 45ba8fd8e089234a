import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { authentication, wantsPage } from './auth';
import type { Blobs } from './blobs';
import { documentRoutes } from './documents';
import type { Log } from './log';
import type { Metrics } from './metrics';
import { pageRoutes } from './page';
import type { Teams } from './teams';
import type { Role, Users } from './users';

/** What the routes work with; one set per server. */
export interface Services {
  teams: Teams;
  blobs: Blobs;
  users: Users;
  epoch: string;
  log: Log;
  metrics: Metrics;
  /** ms since 1970. */
  now(): number;
}

export interface Env {
  Bindings: HttpBindings;
  Variables: { user: string; role: Role };
}

/**
 * The sync endpoint: the six requests of the CouchDB HTTP API that the extension makes, a health check, totals and
 * a page for people. It has no request that changes or removes anything.
 */
export function appOf(services: Services): Hono<Env> {
  const { log, metrics, now } = services;
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    const start = now();
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    const route = c.req.routePath;
    const ms = now() - start;
    metrics.request(route, c.res.status, ms);
    log({
      event: 'request',
      method: c.req.method,
      route,
      team: c.req.param('team') ?? null,
      user: c.get('user') ?? null,
      status: c.res.status,
      ms,
    });
  });
  app.onError((error, c) => {
    log({ event: 'error', name: error.name, stack: error.stack ?? '' });
    return c.json({ error: 'internal_server_error', reason: 'See the server’s log.' }, 500);
  });
  app.notFound((c) => c.json({ error: 'not_found', reason: 'missing' }, 404));

  app.get('/_up', (c) => c.json({ status: 'ok' }));
  app.get('/_metrics', (c) => c.text(metrics.text(now())));
  app.use(authentication(services));
  app.get('/', async (c, next) =>
    wantsPage(c.req.header('accept')) ? next() : c.json({ duwang: 'Welcome', couchdb: 'Welcome' }),
  );
  app.route('/', pageRoutes(services));
  app.route('/', documentRoutes(services));
  return app;
}
