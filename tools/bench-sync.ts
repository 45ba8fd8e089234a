/**
 * `npm run bench:sync`: the figures of the exchange, on this machine, as one JSON object. The client is the extension's own
 * store, mirror and exchange in a service worker of a real Chromium; the peer is PouchDB's replication with PouchDB
 * Server, with which our client exchanges the same entries in the same run. On a busy machine only ratios and the CPU time of the
 * browser (`cpuMs`, over as many processes as it has) mean something.
 */
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { dataFolder, PASSWORD } from '../tests/lib/endpoint';
import { bundleServer, startServer } from '../tests/lib/program';
import { startBench } from './bench/extension';
import { besidePouchDb } from './bench/pouchdb';
import { simulateReviewers } from './bench/reviewers';
import type { Bench } from './bench/syncWorker';

const ENTRIES = 10_000;
const SCREENSHOTS = 100;
const BYTES = 200_000;
const ACCOUNTS = 50;
/** How often a small exchange is measured; the median counts. */
const TIMES = 9;

/** What an exchange took. */
interface Figure {
  ms: number;
  cpuMs: number;
}

bundleServer();
const reviewers = Array.from({ length: ACCOUNTS }, (_, number) => `reviewer${number}`);
const folder = await dataFolder(['wang', 'li', ...reviewers].map((name) => [name, 'gov', 'reviewer']));
const { url, child: server } = await startServer(folder);
const { act, cpu, close } = await startBench();
async function sync(user: string): Promise<Figure> {
  const before = cpu();
  const exchange = (bench: Bench, name: string, at: string, pass: string) => bench.sync(name, at, pass);
  return { ms: await act(exchange, user, url, PASSWORD), cpuMs: cpu() - before };
}
const fill = (entries: number, screenshots = 0) =>
  act((bench, n: number, s: number, b: number) => bench.fill('wang', n, s, b), entries, screenshots, BYTES);
try {
  const idleMb = memoryOf(server.pid!);
  await act((bench) => Promise.all([bench.open('wang'), bench.open('li')]));
  await fill(ENTRIES, SCREENSHOTS);
  const push = await sync('wang');
  await fill(1_000);
  await sync('wang');
  const coldPull = await sync('li');
  const listed = await act((bench) => bench.count('li'));
  if (listed !== ENTRIES + 1_000) throw new Error(`${listed} findings arrived`);
  const incremental: Figure[] = [];
  const idlePoll: Figure[] = [];
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
        push: rounded(push),
        coldPull: rounded(coldPull),
        incremental: median(incremental),
        idlePoll: median(idlePoll),
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

function rounded({ ms, cpuMs }: Figure): Figure {
  return { ms: Math.round(ms * 10) / 10, cpuMs };
}

/** The median of each; the kernel counts CPU time in steps, so of that the mean. */
function median(figures: Figure[]): Figure {
  const ordered = figures.map(({ ms }) => ms).sort((a, b) => a - b);
  const cpuMs = figures.reduce((sum, figure) => sum + figure.cpuMs, 0) / figures.length;
  return rounded({ ms: ordered[ordered.length >> 1]!, cpuMs: Math.round(cpuMs) });
}

/** Memory of a process in MB, now or at its peak (Linux). */
function memoryOf(pid: number, field = 'VmRSS'): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${field}:\\s+(\\d+)`));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
