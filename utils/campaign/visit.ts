import type { Platform } from '../accounts/platform';
import type { Category } from '../checks/category';
import type { JudgedOutcome } from '../checks/check';
import type { SeenConsultations } from '../consultations/consultation';
import { dayOf } from '../dates/civil';
import type { Finding } from '../findings/finding';
import { pageKey } from '../findings/url';
import type { IndicatorPack } from '../indicators/pack';
import { metaContent } from '../page/metas';
import type { CivilDate, PageKind, PageSnapshot } from '../page/snapshot';
import { formsShown, type SeenForms } from '../policy/form';
import type { Sentence } from '../words';
import { type SeenOutcome, seenOutcomes } from './progress/outcome';
import type { SeenPage, SeenRecheck } from './progress/record';
import type { ItemState } from './progress/state';
import { recheckWords } from './reinspect';
import type { SeenAccount } from './roster/identity';
import type { ItemKind, RosterItem } from './roster/item';

/** What a page is judged by: the open campaign's day and pack, or the settings'. */
export interface Judging {
  /** null = the day of reading. */
  checkpoint: CivilDate | null;
  pack: IndicatorPack;
  /** Checks whose 问题 this office wants shown as 待核. */
  sunk: readonly string[];
  /** Name of the open campaign; '' without one. */
  campaign: string;
  /** Findings of the campaign before on this page, to be judged by its words. */
  earlier: EarlierFinding[];
}

/** As much of an earlier finding as a page needs to be judged by. */
export type EarlierFinding = Pick<Finding, 'id' | 'quote' | 'suggestion' | 'sentence' | 'anchor'>;

/** What a page tells the open campaign about itself after it was read. */
export interface PageVisit {
  url: string;
  title: string;
  /** Name and 标识码 of the site as the page states them; '' when it does not. */
  site: string;
  siteCode: string;
  kind: PageKind;
  account: SeenAccount | null;
  day: CivilDate;
  outcomes: SeenOutcome[];
  consultations: SeenConsultations | null;
  forms: SeenForms | null;
  rechecks: SeenRecheck[];
}

/** The roster item that a page belongs to, as the page's overlay shows it. */
export interface ItemSummary {
  id: string;
  name: string;
  unit: string;
  kind: ItemKind;
  platform: Platform | '';
  state: ItemState;
  /** Required checks that still wait for a word. */
  waiting: Category[];
}

/** Where a page stands in the open campaign. */
export interface PagePlace {
  item: ItemSummary | null;
  /** Covered and all items of the campaign. */
  covered: number;
  total: number;
  /** What does not fit between the page's account and the roster. */
  doubts: Sentence[];
  /** 逐项扫查: the check that is gone through, and how many items still wait in it; null when it is off. */
  sweep: { category: Category; left: number } | null;
  /** What other pages of this site showed about consultations in this campaign. */
  seen: SeenConsultations[];
}

/**
 * Describes a page that was read and judged; checks that do not apply are left out.
 * @param seen what the page says about consultations; null when nothing.
 */
export function visitOf(
  snapshot: PageSnapshot,
  outcomes: readonly JudgedOutcome[],
  seen: SeenConsultations | null,
  earlier: readonly EarlierFinding[] = [],
): PageVisit {
  const meta = (name: string) => metaContent(snapshot.metas, name) ?? '';
  const { account } = snapshot;
  const text = snapshot.blocks.map((block) => block.text).join('\n');
  const reading = { gone: snapshot.kind === 'error', text: text || null };
  return {
    url: snapshot.url,
    title: account?.name ?? snapshot.headline ?? snapshot.title,
    site: meta('SiteName'),
    siteCode: meta('SiteIDCode'),
    kind: snapshot.kind,
    account: account
      ? {
          platform: account.platform,
          id: account.accountId,
          name: account.name,
          mark: account.mark,
          own: account.pageKind === 'account',
        }
      : null,
    day: dayOf(snapshot.readAt),
    outcomes: seenOutcomes(outcomes),
    consultations: seen,
    forms: formsShown(snapshot),
    rechecks: earlier.map((finding) => ({ finding: finding.id, ...recheckWords(finding, reading) })),
  };
}

/**
 * The visit as the item's record keeps it.
 * @param judged the day at which it was judged.
 * @param landed the tab was opened at the item's address and came here.
 * @param doubts what does not fit between the page's account and the roster.
 */
export function seenPage(
  visit: PageVisit,
  item: RosterItem,
  { judged, landed, doubts = [] }: { judged: CivilDate; landed: boolean; doubts?: Sentence[] },
): SeenPage {
  const { url, title, day, outcomes, consultations, forms, rechecks, account } = visit;
  const atAddress = item.url !== '' && pageKey(item.url) === pageKey(url);
  return {
    url,
    title,
    day,
    judged,
    own: atAddress || landed || account?.own === true,
    outcomes,
    consultations,
    forms,
    rechecks,
    doubts,
  };
}

/**
 * The unit that answers for a page: the one whose own name the page bears (a department's pages within a portal),
 * when the roster knows it, else the item's.
 */
export function unitOf(site: string, item: RosterItem, units: ReadonlySet<string>): string {
  return units.has(site) ? site : item.unit;
}
