import { expect, test } from 'vitest';
import { checks } from '../../utils/checks/registry';
import { judge } from '../../utils/checks/run';
import { readConsultations } from '../../utils/consultations/read';
import { defaultPack } from '../../utils/indicators/packs';
import type { ProbedLink } from '../../utils/links/probe';
import { readPage } from '../../utils/page/read';
import { openPage } from '../lib/openPage';

/** What is expected of one saved page, beside it in `<name>.json`; the outcome is the first word of its name. */
interface Expected {
  /** The 监测时间点. */
  now: string;
  url?: string;
  /** Key of the reason under `checks.<id>.`. */
  reason: string;
  /** The first values of the reason. */
  args?: (string | number)[];
  /** Other pages of the site that were seen: address and HTML. */
  seen?: Record<string, string>;
  /** What the links answered, when the reviewer asked. */
  probed?: ProbedLink[];
  /** Words that the evidence quotes, in order. */
  quotes?: string[];
}

const pages = import.meta.glob<string>('./*/*.html', { query: '?raw', import: 'default', eager: true });
const expectations = import.meta.glob<Expected>('./*/*.json', { import: 'default', eager: true });

for (const [path, html] of Object.entries(pages)) {
  const [, id, name] = /^\.\/(\w+)\/(.+)\.html$/.exec(path)!;
  test(`${id}: ${name}`, () => {
    const expected = expectations[path.replace(/html$/, 'json')]!;
    const check = checks.find((c) => c.id === id)!;
    const { snapshot } = readPage(openPage(html), {
      url: expected.url ?? 'https://www.example.gov.cn/page.html',
      now: Date.parse(`${expected.now}T12:00:00+08:00`),
    });
    const seen = Object.entries(expected.seen ?? {}).map(([url, html]) =>
      readConsultations(readPage(openPage(html), { url, now: Date.parse(expected.now) }).snapshot),
    );
    const context = { now: expected.now, pack: defaultPack, seen };
    const { probed } = expected;
    const [outcome] = judge(snapshot, probed ? { ...context, probed } : context, [check]);
    const { kind, reason, evidence } = outcome!;
    expect([kind, reason.key]).toEqual([name!.split('-')[0], `checks.${id}.${expected.reason}`]);
    if (expected.args) expect((reason.args ?? []).slice(0, expected.args.length)).toEqual(expected.args);
    if (expected.quotes) expect(evidence.map((e) => e.quote)).toEqual(expected.quotes);
  });
}
