import type { Finding } from '../findings/finding';
import { type Sentence, say } from '../words';
import { LEDGER } from './columns';
import type { Column } from './csv';
import { marked, type Unverified } from './unverified';

/** All findings of one website or account, as the short form of a ledger shows them in one line. */
export interface Target {
  first: Finding;
  findings: Finding[];
}

/** Gathers findings by unit, object and site or account, in the order in which they first come. */
export function targetsOf(findings: Iterable<Finding>): Target[] {
  const targets = new Map<string, Target>();
  for (const finding of findings) {
    const key = JSON.stringify([
      finding.unit,
      finding.object,
      finding.platform,
      finding.site || finding.host,
    ]);
    const target = targets.get(key);
    if (target) target.findings.push(finding);
    else targets.set(key, { first: finding, findings: [finding] });
  }
  return [...targets.values()];
}

/** 合并表: one line per website or account, its problems numbered and joined by ；, those with unverified numbers marked. */
export function mergedColumns(
  words: (sentence: Sentence) => string,
  unverified: Unverified = () => false,
): readonly Column<Target>[] {
  const same = ['number', 'unit', 'object', 'platform', 'site', 'siteCode'] as const;
  const text = (finding: Finding, key: string) => {
    const value = LEDGER.find((column) => column.key === key)!.value(finding, 0);
    return value !== null && typeof value === 'object' ? words(value) : String(value ?? '');
  };
  const distinct = ({ findings }: Target, key: string) =>
    [...new Set(findings.map((finding) => text(finding, key)).filter(Boolean))].join('；');
  return [
    ...same.map((key) => {
      const column = LEDGER.find((one) => one.key === key)!;
      return {
        key,
        header: column.header,
        value: ({ first }: Target, index: number) => column.value(first, index),
      };
    }),
    { key: 'count', header: say('ledger.columns.count'), value: ({ findings }) => findings.length },
    {
      key: 'category',
      header: say('ledger.columns.category'),
      value: (target) => distinct(target, 'category'),
    },
    {
      key: 'problems',
      header: say('ledger.columns.problems'),
      value: ({ findings }) =>
        findings
          .map((finding, index) => {
            const problem = marked(problemOf(finding, text), finding, unverified, words);
            return `${index + 1}.${problem}`;
          })
          .join('；'),
    },
    {
      key: 'checkpoint',
      header: say('ledger.columns.checkpoint'),
      value: (target) => distinct(target, 'checkpoint'),
    },
    { key: 'status', header: say('ledger.columns.status'), value: (target) => distinct(target, 'status') },
  ];
}

function problemOf(finding: Finding, text: (finding: Finding, key: string) => string): string {
  const what = text(finding, 'description') || text(finding, 'category');
  const correction =
    finding.quote && finding.suggestion
      ? `“${finding.quote}”→“${finding.suggestion}”`
      : finding.quote && `“${finding.quote}”`;
  const where = finding.column || finding.pageTitle;
  return [where, what, correction].filter(Boolean).join(' ');
}
