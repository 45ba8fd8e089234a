/**
 * `npm run bench:typos`: characters a second and memory of the typo engine, in Node (processor time, so that other programs
 * do not count) and in the built extension's worker in Chromium (wall time, as a reviewer waits).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { startDemo } from '../demo/server';
import { launch } from '../tests/e2e/harness/browser';
import { createEngine } from '../utils/typos/engine';

const corpus = '../shared/data/corpus/official-text-clean-dev.txt.xz';
const MEBI = 1 << 20;

if (!existsSync(corpus)) {
  console.log('Skipped: the text is not beside this checkout (../shared/data/corpus).');
  process.exit(0);
}
const clean = execFileSync('xz', ['-dc', corpus], { maxBuffer: 1 << 28 })
  .toString()
  .split('\n')
  .slice(0, 3000);
const spoilt = clean.map(swapped);
inNode();
if (existsSync('.output/chrome-mv3')) await inExtension();
else console.log('extension: skipped, build it first (npm run build)');

function inNode(): void {
  const bytes = readFileSync(process.env.TYPO_MODEL ?? 'public/models/typos.bin');
  const before = process.memoryUsage();
  const loading = clock();
  const engine = createEngine(bytes);
  console.log(`Node: loading ${loading()} ms`);
  measure('clean text', clean);
  measure('two swapped characters in every sentence', spoilt);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const used = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  console.log(`Node: memory ${Math.round(used / MEBI)} MiB`);

  function measure(name: string, texts: string[]): void {
    for (const text of texts.slice(0, 300)) engine.check(text);
    const spent = clock();
    for (const text of texts) engine.check(text);
    console.log(`Node: ${name}, ${perSecond(texts, spent())} characters/s`);
  }
}

async function inExtension(): Promise<void> {
  const demo = await startDemo();
  const browser = await launch('chromium', { port: demo.port });
  try {
    const page = await browser.openOwn('workbench.html', 'header.top');
    const pageText = clean.join('').slice(0, 3000);
    const times = await page.evaluate(
      async (first, texts) => {
        const worker = new Worker('/typo-worker.js');
        const ask = async (some: string[]) => {
          const began = performance.now();
          const { error } = await new Promise<{ error?: string }>((done) => {
            worker.onmessage = ({ data }) => done(data);
            worker.postMessage({ id: 1, request: { texts: some, level: 'likely' } });
          });
          if (error) throw new Error(error);
          return performance.now() - began;
        };
        const loaded = await ask(['加载。']);
        await ask(texts.slice(0, 500));
        return { loaded, page: await ask([first]), all: await ask(texts) };
      },
      pageText,
      clean,
    );
    console.log(
      `extension: loading ${Math.round(times.loaded)} ms, a page of 3,000 characters ${Math.round(times.page)} ms`,
    );
    console.log(`extension: clean text, ${perSecond(clean, times.all)} characters/s`);
    const worker = page.workers()[0];
    if (worker) {
      const { usedSize, backingStorageSize = 0 } = (await worker.client.send('Runtime.getHeapUsage')) as {
        usedSize: number;
        backingStorageSize?: number;
      };
      console.log(`extension: memory ${Math.round((usedSize + backingStorageSize) / MEBI)} MiB`);
    }
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** Starts counting processor time; calling what it gives tells the ms since. */
function clock(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return Math.round((user + system) / 1000);
  };
}

function perSecond(texts: string[], ms: number): string {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return Math.round(characters / (ms / 1000)).toLocaleString('en');
}

/** A sentence with two characters in its middle swapped. */
function swapped(text: string): string {
  const at = text.length >> 1;
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
