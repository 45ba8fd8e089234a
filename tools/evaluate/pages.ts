import { join } from 'node:path';
import { defaultPack } from '../../utils/indicators/packs';
import type { Confidence, PublishedDate } from '../../utils/page/snapshot';
import type { PageResult } from '../lib/inPage';
import type { LabelledDetail, LabelledList } from '../lib/labels';
import { isHeldOut, readLabels, siteOf } from '../lib/labels';
import { listOfPage } from '../lib/mainList';
import { SavedPages } from '../lib/pages';

/**
 * `npm run evaluate -- pages [--show]`: accuracy of dates and lists on the labelled real pages, tuned and held-out sites apart, and
 * how long reading takes, on the first page of a site and on those after it: the dates alone, everything, everything with all checks.
 * `--show` names the pages that went wrong, on tuned sites only: held-out pages are never looked at.
 */
const show = process.argv.includes('--show');
const labels = readLabels(process.cwd());
if (!labels) {
  console.log('Skipped: the labelled pages are not beside this checkout (../shared/data/pages).');
  process.exit(0);
}

type Verdict = 'right' | 'wrong' | 'none';
type Times = Record<'first' | 'next', Pick<PageResult, 'ms' | 'readMs' | 'datesMs'>>;
interface DetailResult {
  label: LabelledDetail;
  site: string;
  published: PublishedDate | null;
  verdict: Verdict;
  times: Times;
}
interface ListResult {
  label: LabelledList;
  site: string;
  newest: boolean;
  items: boolean | null;
  times: Times;
}

const pages = await SavedPages.open();
const details: DetailResult[] = [];
const lists: ListResult[] = [];
try {
  for (const label of labels.details) details.push(await detail(label));
  for (const label of labels.lists) lists.push(await list(label));
} finally {
  await pages.close();
}
for (const [name, held] of [
  ['tuned sites', false],
  ['held-out sites', true],
] as const) {
  print(
    name,
    details.filter((d) => isHeldOut(d.site) === held),
    lists.filter((l) => isHeldOut(l.site) === held),
  );
}
print('all sites', details, lists);

async function detail(label: LabelledDetail): Promise<DetailResult> {
  const times = await open(label.file, label.url ?? null, Date.now());
  const { published } = times.first.snapshot;
  const verdict = published === null ? 'none' : published.date === label.pubdate ? 'right' : 'wrong';
  const result = { label, site: siteOf(label), published, verdict, times } as const;
  const asked = label.pubdate === null ? 'none' : 'right';
  if (show && verdict !== asked && !isHeldOut(result.site)) {
    console.log(
      `detail ${label.file}: ${label.pubdate} read as ${published && `${published.date} (${published.source}, ${published.confidence}) ${published.quote}`}`,
    );
  }
  return result;
}

async function list(label: LabelledList): Promise<ListResult> {
  const known = labels!.details.find((d) => d.file === label.file);
  const times = await open(label.file, known?.url ?? null, Date.parse(`${label.now}T12:00:00+08:00`));
  const found = listOfPage(times.first.snapshot, label.now);
  const result = {
    label,
    site: siteOf(known ?? label),
    newest: found?.newest === label.newest,
    items: label.items === null ? null : found?.items === label.items,
    times,
  };
  if (show && (!result.newest || result.items === false) && !isHeldOut(result.site)) {
    console.log(
      `list ${label.file}: ${label.newest} × ${label.items} read as ${found && `${found.newest} × ${found.items}`}`,
    );
  }
  return result;
}

function open(file: string, url: string | null, now: number) {
  return pages.checkTwice(join(labels!.folder, file), url, now, defaultPack.id);
}

function print(name: string, details: DetailResult[], lists: ListResult[]): void {
  const dated = details.filter((d) => d.label.pubdate !== null);
  const undated = details.filter((d) => d.label.pubdate === null);
  const right = (of: DetailResult[]) => of.filter((d) => d.verdict === 'right').length;
  const sites = [...new Set(dated.map((d) => d.site))];
  const macro = sites.map((s) => dated.filter((d) => d.site === s)).map((of) => right(of) / of.length);
  console.log(`\n${name}`);
  console.log(
    `  details   ${share(right(dated), dated.length)} right, macro over ${sites.length} sites ${percent(mean(macro))}, none ${dated.filter((d) => d.verdict === 'none').length}`,
  );
  for (const confidence of ['high', 'medium', 'low'] satisfies Confidence[]) {
    const of = details.filter((d) => d.published?.confidence === confidence);
    const sources = [...new Set(of.map((d) => d.published!.source))].map((source) => {
      const from = of.filter((d) => d.published!.source === source);
      return `${source} ${right(from)}/${from.length}`;
    });
    console.log(
      `    ${confidence.padEnd(8)}${right(of)} right, ${of.length - right(of)} wrong (${sources.join(', ')})`,
    );
  }
  console.log(
    `  no date   ${share(undated.filter((d) => d.verdict === 'none').length, undated.length)} abstained`,
  );
  const counted = lists.filter((l) => l.items !== null);
  console.log(
    `  lists     newest ${share(lists.filter((l) => l.newest).length, lists.length)}, items ${share(counted.filter((l) => l.items).length, counted.length)}`,
  );
  const times = [...details, ...lists].map((result) => result.times);
  for (const [name, visit] of [
    ['first page of a site', 'first'],
    ['pages after it', 'next'],
  ] as const) {
    const timesOf = (part: 'datesMs' | 'readMs' | 'ms') => times.map((t) => t[visit][part]);
    console.log(`  ms on the ${name}`);
    printTimes('dates', timesOf('datesMs'));
    printTimes('page', timesOf('readMs'));
    printTimes('checks', timesOf('ms'));
  }
}

function printTimes(of: string, values: number[]): void {
  const ms = values.sort((a, b) => a - b);
  console.log(
    `    ${of.padEnd(8)}median ${quantile(ms, 0.5)}, p95 ${quantile(ms, 0.95)}, most ${quantile(ms, 1)}`,
  );
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}

function percent(x: number): string {
  return `${(x * 100).toFixed(1)} %`;
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${percent(part / Math.max(1, whole))})`;
}

function quantile(sorted: number[], q: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(1);
}
