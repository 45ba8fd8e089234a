import type { Category } from '../../checks/category';
import { foldConsultations } from '../../consultations/fold';
import { lifecycleOf } from '../../consultations/lifecycle';
import type { Finding, Status } from '../../findings/finding';
import { pageKey } from '../../findings/url';
import type { CivilDate } from '../../page/snapshot';
import type { Requirements } from '../campaign';
import { isOpenDoubt } from '../roster/identity';
import { type ItemKind, isInspected } from '../roster/item';
import { agedPage } from './aged';
import type { SeenOutcome } from './outcome';
import type { ItemRecord, SeenPage } from './record';

/** 未查 · 查看中 · 无问题 · 有问题 · 无法查看 · 免检: closed or exempt, which is no part of the work. */
export const ITEM_STATES = ['unseen', 'inProgress', 'clear', 'problem', 'unreachable', 'exempt'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/**
 * How one required check stands: open = nobody looked · suggested = what was read is fine and waits for a word ·
 * pending = something wrong or unclear waits for a word · pass, fail, exempt = settled.
 */
export type CheckStand = 'open' | 'suggested' | 'pending' | 'pass' | 'fail' | 'exempt';

/** An item on the coverage board. */
export interface Coverage {
  record: ItemRecord;
  state: ItemState;
  /** The required checks, in their order. */
  checks: { category: Category; stand: CheckStand }[];
  /** Findings that a reviewer has confirmed, and those that still wait for a word. */
  confirmed: number;
  suspected: number;
  /** The newest day seen on the item's own pages, or typed. */
  lastUpdated: CivilDate | null;
  /** Days until the nearest limit; negative when it is passed; null when unknown. */
  daysLeft: number | null;
}

/** Everything from 确认 on rests on a reviewer's word that it is wrong. */
const CONFIRMED: readonly Status[] = ['confirmed', 'assigned', 'fixed', 'unfixed', 'passed'];

/**
 * Checks whose pass on the item's own page says all there is to say: an account's page shows whether it is kept up. A
 * whole site is never cleared by one page.
 */
const SETTLED_BY_READING: Record<ItemKind, readonly Category[]> = {
  site: [],
  column: ['stale', 'blank'],
  account: ['account'],
};

/** What a check said on one page of an item. */
type JudgedPart = SeenOutcome & { own: boolean };

/** An account that does not fit the roster, as a check would say it. */
const DOUBT: JudgedPart = {
  check: 'accountIdentity',
  category: 'account',
  kind: 'review',
  lastUpdated: null,
  daysLeft: null,
  own: true,
};

/** The check of an account's last update. */
const UPDATE = 'accountUpdate';

/** How an item stands, from what was seen, what was found and what was said. `today` ends exceptions. */
export function coverageOf(
  seen: ItemRecord,
  findings: readonly Finding[],
  requirements: Requirements,
  today: CivilDate,
): Coverage {
  const { item } = seen;
  const record = { ...seen, pages: seen.pages.map((page) => agedPage(page, today)) };
  const read = openOutcomes(settledByOtherPages(record.pages, today), findings);
  const outcomes = item.kind === 'account' ? ofAccount(record, read) : read;
  const checks = requirements[item.kind].map((category) => ({
    category,
    stand: standOf(category, record, outcomes, findings, today),
  }));
  const confirmed = findings.filter(isConfirmed).length;
  const suspected = findings.filter((finding) => finding.status === 'suspected').length;
  return {
    record: seen,
    checks,
    confirmed,
    suspected,
    state: stateFrom(record, checks, { confirmed, suspected }, today),
    ...datesOf(record),
  };
}

/** Whether a reviewer stands behind the finding. */
export function isConfirmed(finding: Pick<Finding, 'status'>): boolean {
  return CONFIRMED.includes(finding.status);
}

/** An item that needs no further look. */
export function isCovered(state: ItemState): boolean {
  return state === 'clear' || state === 'problem' || state === 'unreachable' || state === 'exempt';
}

function stateFrom(
  record: ItemRecord,
  checks: Coverage['checks'],
  { confirmed, suspected }: { confirmed: number; suspected: number },
  today: CivilDate,
): ItemState {
  if (!isInspected(record.item, today)) return 'exempt';
  if (record.unreachable) return 'unreachable';
  const settled = checks.every(({ stand }) => stand === 'pass' || stand === 'fail' || stand === 'exempt');
  if (settled && suspected === 0) {
    return confirmed > 0 || checks.some(({ stand }) => stand === 'fail') ? 'problem' : 'clear';
  }
  return record.lastLook || confirmed + suspected > 0 ? 'inProgress' : 'unseen';
}

function standOf(
  category: Category,
  record: ItemRecord,
  outcomes: readonly JudgedPart[],
  findings: readonly Finding[],
  today: CivilDate,
): CheckStand {
  const about = findings.filter((finding) => finding.category === category);
  if (about.some(isConfirmed)) return 'fail';
  if (about.some((finding) => finding.status === 'suspected')) return 'pending';
  const verdict = record.verdicts[category];
  if (verdict && !(verdict.ruling === 'exempt' && verdict.until && verdict.until < today)) {
    return verdict.ruling;
  }
  const said = outcomes.filter((outcome) => outcome.category === category);
  if (said.some((outcome) => outcome.kind !== 'pass')) return 'pending';
  if (said.length === 0) return 'open';
  const byReading = SETTLED_BY_READING[record.item.kind].includes(category);
  return byReading && said.some((outcome) => outcome.own) ? 'pass' : 'suggested';
}

/**
 * A call's own page often shows no result, and another page of the site does. Where every consultation seen on the
 * item's pages is still open or has its result on some page, what single pages could not tell is settled.
 */
function settledByOtherPages(pages: readonly SeenPage[], today: CivilDate): readonly SeenPage[] {
  const seen = pages.map((page) => page.consultations).filter((one) => one !== null);
  if (seen.length === 0) return pages;
  const settled = foldConsultations(seen).every((one) => {
    const { phase } = lifecycleOf(one, today);
    return phase === 'open' || phase === 'answered';
  });
  if (!settled) return pages;
  return pages.map((page) => ({
    ...page,
    outcomes: page.outcomes.map((outcome) =>
      outcome.check === 'consultationFeedback' && outcome.kind !== 'pass'
        ? { ...outcome, kind: 'pass' as const }
        : outcome,
    ),
  }));
}

/**
 * Of an account the newest date that anybody saw says whether it is kept up: a post opened yesterday outdoes the page that
 * asked for a login, and so does what the reviewer typed from a phone. What does not fit the roster waits for a word.
 */
function ofAccount(record: ItemRecord, outcomes: readonly JudgedPart[]): readonly JudgedPart[] {
  const rest = outcomes.filter(({ check }) => check !== UPDATE);
  const newest = newestOf(record, outcomes);
  const doubted = record.pages.some(({ doubts }) => doubts.some(isOpenDoubt));
  return [...rest, ...(newest ? [{ ...newest, own: true }] : []), ...(doubted ? [DOUBT] : [])];
}

/** The judgement by the newest date; of one date, one that is settled before one that is not. */
function newestOf({ typedUpdate }: ItemRecord, outcomes: readonly SeenOutcome[]): SeenOutcome | null {
  const typed = typedUpdate?.outcome ? [typedUpdate.outcome] : [];
  const rank = ({ lastUpdated, kind }: SeenOutcome) =>
    `${lastUpdated ?? '0000-00-00'} ${kind === 'review' ? 0 : 1}`;
  return [...typed, ...outcomes.filter(({ check }) => check === UPDATE)].reduce<SeenOutcome | null>(
    (best, one) => (best === null || rank(one) > rank(best) ? one : best),
    null,
  );
}

/** What checks said, without what a reviewer has let be on that page. */
function openOutcomes(pages: readonly SeenPage[], findings: readonly Finding[]): JudgedPart[] {
  const ignored = new Set(
    findings
      .filter((finding) => finding.status === 'ignored')
      .map((finding) => `${pageKey(finding.url)} ${finding.category}`),
  );
  return pages.flatMap((page) =>
    page.outcomes
      .filter(
        (outcome) => outcome.kind === 'pass' || !ignored.has(`${pageKey(page.url)} ${outcome.category}`),
      )
      .map((outcome) => ({ ...outcome, own: page.own })),
  );
}

function datesOf(record: ItemRecord): Pick<Coverage, 'lastUpdated' | 'daysLeft'> {
  if (record.item.kind === 'account') {
    const newest = newestOf(
      record,
      record.pages.flatMap((page) => page.outcomes),
    );
    const typed = record.typedUpdate?.day ?? null;
    return { lastUpdated: newest?.lastUpdated ?? typed, daysLeft: newest?.daysLeft ?? null };
  }
  const own = record.pages.filter((page) => page.own).flatMap((page) => page.outcomes);
  const days = own.map((outcome) => outcome.lastUpdated).filter((day) => day !== null);
  const left = own.map((outcome) => outcome.daysLeft).filter((value) => value !== null);
  return {
    lastUpdated: days.sort().at(-1) ?? null,
    daysLeft: left.length > 0 ? Math.min(...left) : null,
  };
}
