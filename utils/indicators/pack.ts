import type { CivilDate, ColumnKind } from '../page/snapshot';

/** A number of a rule with where it was read. `verified: false` = believed, not confirmed; every screen says so. */
export interface Threshold {
  value: number;
  unit: 'days' | 'workingDays' | 'months' | 'count' | 'percent' | 'seconds' | 'characters';
  source: string;
  verified: boolean;
}

/** One indicator (指标): the rule behind one or more checks. */
export interface Indicator {
  /** Number in the pack: V3, V4a, D6 … */
  id: string;
  clause: string;
  source: string;
  verified: boolean;
  /** 单项否决: one hit (or `limit` hits) fails the whole site. */
  veto: boolean;
  /** Points taken off per hit, when the indicator is scored. */
  points?: number;
  thresholds: Record<string, Threshold>;
}

/** A dated set of rules of one issuer: data, exchangeable, chosen per campaign. */
export interface IndicatorPack {
  id: string;
  name: string;
  issuer: string;
  /** Day of issue. */
  issued: CivilDate;
  version: number;
  indicators: Record<string, Indicator>;
  /** Which indicator judges which check: check id -> indicator id. */
  checks: Record<string, string>;
  /** Which indicator judges staleness of which column kind; kinds that are absent are not judged. */
  columns: Partial<Record<ColumnKind, string>>;
  /** The indicator past whose limit a column of another kind is worth a look: whether it must be updated at all, a person knows. */
  otherColumns?: string;
}
