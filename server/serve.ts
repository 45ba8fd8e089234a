import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { appOf } from './app';
import { blobsIn } from './blobs';
import { epochOf, openDatabase } from './database';
import type { Log } from './log';
import { metricsSince } from './metrics';
import { teamsIn } from './teams';
import { usersIn } from './users';

export interface Running {
  /** Where it answers: `http://127.0.0.1:8787`. */
  url: string;
  /** Answers what was asked, takes nothing new, closes the database. */
  stop(): Promise<void>;
}

export interface Options {
  /** Folder of the database. */
  data: string;
  /** 0 = a free one. */
  port: number;
  host: string;
  /** PEM files; with both the server speaks https. */
  tls?: { cert: string; key: string };
  log: Log;
  now(): number;
}

/** How long requests under way may take when the server is stopped, in ms. */
const PATIENCE_MS = 10_000;

/** Starts the sync endpoint. */
export async function serve({ data, port, host, tls, log, now }: Options): Promise<Running> {
  const db = openDatabase(data);
  const services = {
    teams: teamsIn(db),
    blobs: blobsIn(db),
    users: usersIn(db, now),
    epoch: epochOf(db),
    log,
    metrics: metricsSince(now()),
    now,
  };
  const { fetch } = appOf(services);
  const server = createAdaptorServer(
    tls
      ? {
          fetch,
          createServer: createTlsServer,
          serverOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) },
        }
      : { fetch },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `${tls ? 'https' : 'http'}://${name}:${address.port}`;
  log({ event: 'started', url });

  return {
    url,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, PATIENCE_MS);
      await closed;
      clearTimeout(late);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
      log({ event: 'stopped' });
    },
  };
}
