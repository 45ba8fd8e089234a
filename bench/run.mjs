import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench`: accuracy and speed of publication dates, ours and the peers', on the same labelled pages in one run.
 * Peers read HTML in Node, ours the laid-out page in Chromium; loading and parsing by the browser are not counted, parsing by
 * the peers is, because they cannot do without.
 */
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const pages = join(root, '..', 'shared', 'data', 'pages');
if (!existsSync(join(pages, 'labels.json'))) {
  console.log('Skipped: the labelled pages are not beside this checkout (../shared/data/pages).');
  process.exit(0);
}
if (!existsSync(join(here, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
const { peers } = await import('./peers.mjs');
const { details } = JSON.parse(readFileSync(join(pages, 'labels.json'), 'utf8'));

const results = { duwang: ours() };
for (const [name, read] of Object.entries(peers)) results[name] = await run(read);
print();

function ours() {
  const urls = join(mkdtempSync(join(tmpdir(), 'duwang-bench-')), 'urls.tsv');
  writeFileSync(urls, details.map((d) => `${join(pages, d.file)}\t${d.url ?? ''}`).join('\n'));
  const files = details.map((d) => join(pages, d.file));
  const output = execFileSync('node', ['tools/run.mjs', 'check', '--urls', urls, ...files], {
    cwd: root,
    maxBuffer: 1e9,
  });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ published, ms }) => ({ date: published?.date ?? null, ms: ms ?? 0 }));
}

async function run(read) {
  const found = [];
  for (const { file, url } of details) {
    const html = decode(readFileSync(join(pages, file)));
    const started = performance.now();
    let date = null;
    try {
      date = await read(html, /^https?:/.test(url ?? '') ? url : 'https://www.example.gov.cn/');
    } catch {
      date = null;
    }
    found.push({ date, ms: performance.now() - started });
  }
  return found;
}

/** UTF-8 when it is, else GBK, as browsers find out. */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function print() {
  const dated = details.map((d, i) => ({ ...d, i })).filter((d) => d.pubdate !== null);
  const undated = details.map((d, i) => ({ ...d, i })).filter((d) => d.pubdate === null);
  const rows = Object.entries(results).map(([name, found]) => {
    const right = dated.filter((d) => found[d.i].date === d.pubdate).length / dated.length;
    const abstained = undated.filter((d) => found[d.i].date === null).length / undated.length;
    const ms = found.map((f) => f.ms).sort((a, b) => a - b)[Math.floor(found.length / 2)];
    return { name, right, abstained, ms };
  });
  const [own] = rows;
  console.log(`${dated.length} pages with a date, ${undated.length} without\n`);
  console.log(
    `${'reader'.padEnd(30)}right    none where none   ms median   errors, times ours   time, times ours`,
  );
  for (const { name, right, abstained, ms } of rows) {
    // Without any error of ours there is nothing to divide by: half an error stands in.
    const errors = (1 - right) / Math.max(1 - own.right, 1 / (2 * dated.length));
    const cells = [percent(right), percent(abstained).padStart(12), ms.toFixed(1).padStart(13)];
    console.log(
      `${name.padEnd(30)}${cells.join('  ')}${(name === own.name ? '–' : errors.toFixed(1)).padStart(18)}${(ms / own.ms).toFixed(1).padStart(19)}`,
    );
  }
}

function percent(x) {
  return `${(x * 100).toFixed(1)} %`;
}
