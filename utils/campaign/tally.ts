import type { Finding } from '../findings/finding';
import type { Indicator, IndicatorPack } from '../indicators/pack';
import { isVerified } from './packs';
import { isConfirmed } from './progress/state';

/** How one rule stands for one site or account. */
export interface TallyLine {
  /** Number of the rule; indicators that a pack counts together (V4a-news, V4a-notice) are one line: V4a. */
  id: string;
  clause: string;
  hits: number;
  /** So many hits fail the whole site; null when hits never do. */
  limit: number | null;
  /** 单项否决 is reached. */
  vetoed: boolean;
  /** Points taken off. */
  points: number;
  /** False when the clause or a number of it was never confirmed. */
  verified: boolean;
  /** Where clause and numbers were read, each document once. */
  sources: string[];
  findings: string[];
}

export interface Tally {
  lines: TallyLine[];
  vetoed: boolean;
  points: number;
}

/** Counts the confirmed findings of one item against the limits of a pack. Findings without an indicator count nowhere. */
export function tallyOf(findings: readonly Finding[], pack: IndicatorPack): Tally {
  const lines = new Map<string, TallyLine>();
  for (const finding of findings) {
    const indicator = pack.indicators[finding.indicator];
    if (!indicator || !isConfirmed(finding) || finding.deleted) continue;
    const line = lines.get(groupOf(indicator)) ?? emptyLine(indicator);
    line.hits++;
    line.points += indicator.points ?? 0;
    line.findings.push(finding.id);
    line.verified &&= isVerified(indicator);
    line.sources = [...new Set([...line.sources, ...sourcesOf(indicator)])];
    line.vetoed = line.limit !== null && line.hits >= line.limit;
    lines.set(line.id, line);
  }
  const all = [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    lines: all,
    vetoed: all.some((line) => line.vetoed),
    points: all.reduce((sum, line) => sum + line.points, 0),
  };
}

/** Indicators with a number of columns and a common stem are counted together, as the rule says (合计 5 个及以上). */
function groupOf(indicator: Indicator): string {
  return indicator.thresholds.columns ? indicator.id.split('-')[0]! : indicator.id;
}

function emptyLine(indicator: Indicator): TallyLine {
  const limit = indicator.thresholds.columns?.value ?? (indicator.veto ? 1 : null);
  return {
    id: groupOf(indicator),
    clause: indicator.clause,
    hits: 0,
    limit: indicator.veto ? limit : null,
    vetoed: false,
    points: 0,
    verified: true,
    sources: [],
    findings: [],
  };
}

function sourcesOf(indicator: Indicator): string[] {
  return [indicator.source, ...Object.values(indicator.thresholds).map(({ source }) => source)];
}
