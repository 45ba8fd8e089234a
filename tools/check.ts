import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultPack, packs } from '../utils/indicators/packs';
import { accountReport } from './lib/accountReport';
import { consultationsOf } from './lib/consultations';
import type { PageResult } from './lib/inPage';
import { listOfPage } from './lib/mainList';
import { messagesOf } from './lib/messages';
import { SavedPages } from './lib/pages';
import { speaker } from './lib/sentences';

const USAGE = `npm run -s check -- [--now YYYY-MM-DD] [--pack ID] [--urls FILE.tsv] PAGE.html…
  --now    the 监测时间点 (default: today)
  --pack   the indicator pack: ${Object.keys(packs).join(', ')}
  --urls   lines of file<TAB>url: the address each saved page was taken from`;

interface Options {
  now: number;
  packId: string;
  urls: Map<string, string>;
  files: string[];
}

const options = parse(process.argv.slice(2));
const say = speaker('zh_CN');
const pages = await SavedPages.open();
try {
  for (const file of options.files) {
    const url = options.urls.get(file) ?? options.urls.get(basename(file)) ?? null;
    try {
      print(report(file, url, await pages.check(file, url, options.now, options.packId), options.now));
    } catch (error) {
      print({ file, url, error: error instanceof Error ? error.message : String(error) });
    }
  }
} finally {
  await pages.close();
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function parse(args: string[]): Options {
  const parsed: Options = { now: Date.now(), packId: defaultPack.id, urls: new Map(), files: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--now') parsed.now = Date.parse(`${args[++i]}T12:00:00+08:00`);
    else if (arg === '--pack') parsed.packId = args[++i] ?? '';
    else if (arg === '--urls')
      for (const line of readFileSync(args[++i]!, 'utf8').split('\n')) addUrl(parsed.urls, line);
    else if (arg === '--help' || arg.startsWith('--')) usage(arg === '--help' ? 0 : 2);
    else parsed.files.push(arg);
  }
  if (Number.isNaN(parsed.now) || !packs[parsed.packId] || parsed.files.length === 0) usage(2);
  return parsed;
}

function addUrl(urls: Map<string, string>, line: string): void {
  const [file, url] = line.trim().split('\t');
  if (file && url) urls.set(file, url);
}

function usage(code: number): never {
  console.error(USAGE);
  process.exit(code);
}

/** One line of output (ARCHITECTURE.md, command line). */
function report(file: string, url: string | null, { snapshot, outcomes, ms }: PageResult, now: number) {
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  const { published } = snapshot;
  return {
    file,
    url,
    kind: snapshot.kind,
    published: published && {
      date: published.date,
      source: published.source,
      confidence: published.confidence,
    },
    list: listOfPage(snapshot, day),
    columns: snapshot.lists.map((l) => ({
      name: l.name,
      kind: l.kind,
      newest: l.newest,
      items: l.items.length,
    })),
    account: accountReport(snapshot.account, day, packs[options.packId]!),
    consultations: consultationsOf(snapshot, day),
    messages: messagesOf(snapshot),
    outcomes: outcomes.map((o) => ({
      check: o.check,
      outcome: o.kind,
      reason: say(o.reason),
      clause: o.clause && `${o.clause.id} ${o.clause.text}`,
      evidence: o.evidence.map((e) => ({ quote: e.quote, note: e.note ? say(e.note) : null })),
    })),
    ms: Math.round(ms * 100) / 100,
  };
}
