import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedOutcome, OutcomeKind } from '../../utils/checks/check';
import { addDays } from '../../utils/dates/civil';
import { defaultPack } from '../../utils/indicators/packs';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';
import { readLabels } from '../lib/labels';
import { SavedPages } from '../lib/pages';
import { speaker } from '../lib/sentences';

/**
 * `npm run evaluate -- checks [--later DAYS] [--show [CHECK[:KIND]]]`: every check over the real pages, each judged on the day after the newest date that it
 * shows, since an inspection long after a page was saved makes everything stale. Counts outcomes per check; precision of 问题 follows from
 * `verdicts.tsv`, where a person who read the page said right or wrong.
 * `--later` judges so many days later, so that checks for staleness speak. `--show` prints the outcomes of one check, or of all, with their evidence.
 */
const labels = readLabels(process.cwd());
if (!labels) {
  console.log('Skipped: the real pages are not beside this checkout (../shared/data/pages).');
  process.exit(0);
}
const asked = process.argv[process.argv.indexOf('--show') + 1];
const shown = process.argv.includes('--show') ? (asked ?? '').split(':') : null;
const later = process.argv.includes('--later')
  ? Number(process.argv[process.argv.indexOf('--later') + 1])
  : 0;
const say = speaker('zh_CN');

interface Judged {
  file: string;
  now: CivilDate;
  snapshot: PageSnapshot;
  outcomes: JudgedOutcome[];
  judgeMs: number;
}

const judged: Judged[] = [];
const pages = await SavedPages.open();
try {
  for (const file of readdirSync(labels.folder).filter((name) => name.endsWith('.html')))
    judged.push(await judge(file));
} finally {
  await pages.close();
}

if (shown) show(shown[0]!, shown[1]);
else print();

async function judge(file: string): Promise<Judged> {
  const path = join(labels!.folder, file);
  const url = addressOf(file, path);
  const today = Date.now();
  const first = await pages.check(path, url, today, defaultPack.id);
  const labelled = labels!.lists.find((l) => l.file === file)?.now;
  const near = labelled ?? dayAfterNewest(first.snapshot) ?? new Date(today).toISOString().slice(0, 10);
  const now = addDays(near, later);
  const { snapshot, outcomes, judgeMs } = await pages.check(
    path,
    url,
    Date.parse(`${now}T12:00:00+08:00`),
    defaultPack.id,
  );
  return { file, now, snapshot, outcomes, judgeMs };
}

/** The labelled address, else one of the domain that the page names in its metas. */
function addressOf(file: string, path: string): string | null {
  const known = labels!.details.find((d) => d.file === file)?.url;
  if (known && /^https?:/.test(known)) return known;
  const domain = /SiteDomain["']?\s+content=["']?(?:https?:\/\/)?([\w.-]+\.\w+)/i.exec(
    readFileSync(path, 'utf8'),
  )?.[1];
  return domain ? `http://${domain}/saved/page.html` : null;
}

function dayAfterNewest({ published, lists, otherDates }: PageSnapshot): CivilDate | null {
  const shown = [
    published?.date,
    ...lists.flatMap((l) => l.items.map((i) => (i.yearAssumed ? null : i.date))),
    ...(published || lists.length > 0 ? [] : otherDates.map((d) => d.date)),
  ];
  const days = shown.filter((d) => d !== null && d !== undefined).sort();
  return days.length > 0 ? addDays(days.at(-1)!, 1) : null;
}

/** What a person said about a 问题 who read its page: file<TAB>check<TAB>right|wrong. */
function readVerdicts(): Map<string, string> {
  const file = join(process.cwd(), 'tools', 'evaluate', 'verdicts.tsv');
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => line.split('\t')).map(([page, check, said]) => [`${page} ${check}`, said!]),
  );
}

function print(): void {
  const verdicts = readVerdicts();
  const kinds: OutcomeKind[] = ['fail', 'review', 'pass', 'notApplicable'];
  console.log(`${'check'.padEnd(24)}${kinds.map((k) => k.padStart(14)).join('')}   问题 read by hand`);
  for (const { check } of judged[0]!.outcomes) {
    const of = (kind: OutcomeKind) =>
      judged.filter((page) => page.outcomes.some((o) => o.check === check && o.kind === kind));
    const said = of('fail').map(({ file }) => verdicts.get(`${file} ${check}`) ?? 'unread');
    const count = (word: string) => said.filter((s) => s === word).length;
    const words =
      said.length === 0 ? '' : `${count('right')} right, ${count('wrong')} wrong, ${count('unread')} unread`;
    console.log(
      `${check.padEnd(24)}${kinds.map((k) => String(of(k).length).padStart(14)).join('')}   ${words}`,
    );
  }
  const ms = judged.map((page) => page.judgeMs).sort((a, b) => a - b);
  const at = (q: number) => ms[Math.min(ms.length - 1, Math.floor(q * ms.length))]!.toFixed(1);
  console.log(`judging, ms: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} over ${ms.length} pages`);
}

function show(check: string, kind: string | undefined): void {
  for (const { file, now, outcomes } of judged) {
    for (const o of outcomes) {
      if ((check && o.check !== check) || (kind ? o.kind !== kind : o.kind === 'notApplicable')) continue;
      console.log(`${file} @${now} ${o.check} ${o.kind}: ${say(o.reason)}`);
      for (const e of o.evidence)
        console.log(`    ${e.quote}${e.note ? ` (${say(e.note)})` : ''} ${e.href ?? ''}`);
    }
  }
}
