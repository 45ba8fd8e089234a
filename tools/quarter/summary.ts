import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { addDays } from '../../utils/dates/civil';

/** What the replayed quarter came to, as the extension itself says it. */
export interface Quarter {
  sites: number;
  accounts: number;
  byPlatform: Record<string, number>;
  /** Percent. */
  coverage: number;
  /** One per problem as the notice counts them; the wrong words of one text are one problem. */
  findings: { kind: string; unit: string; date: string }[];
  csv: string;
  docx: string;
}

/** What the coverage board shows. */
export async function countsOf(
  page: Page,
): Promise<Pick<Quarter, 'sites' | 'accounts' | 'byPlatform' | 'coverage'>> {
  const kinds = await page.$$eval('.tile .tile-line:nth-child(2)', (lines) =>
    lines.map((line) => line.textContent!.split(' · ')[0]!.trim()),
  );
  const byPlatform: Record<string, number> = {};
  for (const kind of kinds) if (kind !== '网站') byPlatform[kind] = (byPlatform[kind] ?? 0) + 1;
  const sites = kinds.filter((kind) => kind === '网站').length;
  const coverage = await page.$eval('.progress label', (label) =>
    Number(/(\d+)%/.exec(label.textContent!)![1]),
  );
  return { sites, accounts: kinds.length - sites, byPlatform, coverage };
}

/**
 * Kind, unit and day of each problem in an exported ledger: the day of the last update, the day since which it counts, else
 * the 监测时间点.
 */
export function problemsIn(path: string): Quarter['findings'] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const problems = new Map(
    data.map((row) => [`${row.问题类别} ${row.责任单位} ${row.页面链接}`, problemOf(row)]),
  );
  return [...problems.values()];
}

function problemOf(row: Record<string, string>): Quarter['findings'][number] {
  const since = row.未更新天数 && addDays(row.监测时间点!, -Number(row.未更新天数));
  return { kind: row.问题类别!, unit: row.责任单位!, date: row.检查时更新日期 || since || row.监测时间点! };
}
