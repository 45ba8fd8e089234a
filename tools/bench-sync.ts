/**
 * `npm run bench:sync`: the figures of the exchange, on this machine, as one JSON object. The client is the extension's own
 * store, mirror and exchange in a service worker of a real Chromium; the peer is PouchDB's replication with PouchDB
 * Server, with which our client exchanges the same entries in the same run. Only ratios mean something on a busy machine.
 */
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { dataFolder, PASSWORD } from '../tests/lib/endpoint';
import { bundleServer, startServer } from '../tests/lib/program';
import { startBench } from './bench/extension';
import { besidePouchDb } from './bench/pouchdb';
import { simulateReviewers } from './bench/reviewers';

const ENTRIES = 10_000;
const SCREENSHOTS = 100;
const BYTES = 200_000;
const ACCOUNTS = 50;
/** How often a small exchange is measured; the median counts. */
const TIMES = 9;

bundleServer();
const reviewers = Array.from({ length: ACCOUNTS }, (_, number) => `reviewer${number}`);
const folder = await dataFolder(['wang', 'li', ...reviewers].map((name) => [name, 'gov', 'reviewer']));
const { url, child: server } = await startServer(folder);
const { act, close } = await startBench();
const sync = (user: string) =>
  act((bench, name: string, at: string, pass: string) => bench.sync(name, at, pass), user, url, PASSWORD);
const fill = (entries: number, screenshots = 0) =>
  act((bench, n: number, s: number, b: number) => bench.fill('wang', n, s, b), entries, screenshots, BYTES);
try {
  const idleMb = memoryOf(server.pid!);
  await act((bench) => Promise.all([bench.open('wang'), bench.open('li')]));
  await fill(ENTRIES, SCREENSHOTS);
  const pushMs = await sync('wang');
  await fill(1_000);
  await sync('wang');
  const coldPullMs = await sync('li');
  const listed = await act((bench) => bench.count('li'));
  if (listed !== ENTRIES + 1_000) throw new Error(`${listed} findings arrived`);
  const incremental: number[] = [];
  const idlePoll: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await fill(50);
    await sync('wang');
    incremental.push(await sync('li'));
    idlePoll.push(await sync('li'));
  }
  const peakMb = memoryOf(server.pid!, 'VmHWM');
  const simulated = await simulateReviewers(url, reviewers, 1_000, 50);
  console.log(
    JSON.stringify(
      {
        entries: ENTRIES,
        screenshots: SCREENSHOTS,
        pushMs: Math.round(pushMs),
        coldPullMs: Math.round(coldPullMs),
        incrementalMs: median(incremental),
        idlePollMs: median(idlePoll),
        serverMb: { idle: idleMb, peak: peakMb, afterReviewers: memoryOf(server.pid!, 'VmHWM') },
        simulated,
        pouchdb: await besidePouchDb(ENTRIES),
      },
      null,
      2,
    ),
  );
} finally {
  await close();
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

function median(values: number[]): number {
  return Math.round(values.sort((a, b) => a - b)[values.length >> 1]! * 10) / 10;
}

/** Memory of a process in MB, now or at its peak (Linux). */
function memoryOf(pid: number, field = 'VmRSS'): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${field}:\\s+(\\d+)`));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
