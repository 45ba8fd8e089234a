import { type Finding, isFinding } from '../findings/finding';
import { MANY_CHANGED } from '../findings/list';
import { saying } from '../findings/row';
import type { Store } from '../findings/store';
import { pageKey } from '../findings/url';
import type { CivilDate } from '../page/snapshot';
import { type Campaign, campaignOf } from './campaign';
import { inLedgerOrder } from './progress/board';
import { type ItemRecord, recordOf } from './progress/record';
import { type Coverage, coverageOf, isConfirmed } from './progress/state';
import { isRosterItem, rosterPrefix } from './roster/item';
import { type Recogniser, recogniser } from './roster/recognise';
import type { EarlierFinding } from './visit';

/** A campaign as it stands. */
export interface Standing {
  campaign: Campaign;
  /** The items of its roster, in the ledger's order. */
  records: readonly ItemRecord[];
  /** Names of all units of the roster. */
  units: ReadonlySet<string>;
  recognise: Recogniser;
  board: readonly Coverage[];
  /** The confirmed findings of the campaign before on the page at this address. */
  earlier(url: string): EarlierFinding[];
}

/**
 * One campaign, followed as it changes: everything is read once, then only what changed is read and judged again. A visit to a
 * page changes one item, and the ledger may hold a hundred thousand findings.
 */
export class FollowedCampaign {
  private campaign: Campaign | null = null;
  private readonly records = new Map<string, ItemRecord>();
  /** Of this campaign and of the one before. */
  private readonly findings = new Map<string, Finding>();
  /** This campaign's findings by their items. */
  private readonly byItem = new Map<string, Map<string, Finding>>();
  /** How items stand; absent = to be judged anew. */
  private readonly judged = new Map<string, Coverage>();
  private judgedOn: CivilDate | null = null;
  /** Changed since they were read. */
  private readonly stale = new Set<string>();
  private isRead = false;
  private standing: Standing | null = null;
  /** One reading after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  /** `today` judges where the campaign has no day of its own. */
  constructor(
    private readonly store: Pick<Store, 'folded' | 'folds' | 'pages' | 'some'>,
    readonly id: string,
    private readonly today: () => CivilDate,
  ) {}

  /** These subjects changed in the store; they are read when somebody asks next. */
  changed(subjects: readonly string[]): void {
    const roster = rosterPrefix(this.id);
    for (const subject of subjects) {
      if (subject === this.id) this.isRead = false;
      else if (isFinding(subject) || (isRosterItem(subject) && subject.startsWith(roster)))
        this.stale.add(subject);
    }
  }

  /** The campaign as it stands now; null when there is none of that id, or it was deleted. */
  now(): Promise<Standing | null> {
    const result = this.turn.then(() => this.catchUp());
    this.turn = result.catch(() => {});
    return result;
  }

  private async catchUp(): Promise<Standing | null> {
    if (!this.isRead || this.stale.size > MANY_CHANGED) await this.readAll();
    else if (this.stale.size > 0) await this.readStale([...this.stale]);
    const day = this.campaign?.checkpoint ?? this.today();
    if (day !== this.judgedOn) {
      this.judgedOn = day;
      this.judged.clear();
      this.standing = null;
    }
    this.standing ??= this.campaign && this.stand(this.campaign, day);
    return this.standing;
  }

  private async readAll(): Promise<void> {
    this.isRead = true;
    this.stale.clear();
    for (const map of [this.records, this.findings, this.byItem, this.judged]) map.clear();
    this.standing = null;
    try {
      const folded = await this.store.folded(this.id);
      const campaign = folded && campaignOf(folded);
      this.campaign = campaign && !campaign.deleted ? campaign : null;
      if (!this.campaign) return;
      for (const item of await this.store.folds(rosterPrefix(this.id))) this.putRecord(recordOf(item));
      const campaigns = [this.id, this.campaign.previous].filter(Boolean);
      const own = this.store.pages({ saying: campaigns.map((id) => saying('campaign', id)) });
      for await (const findings of own) for (const one of findings) this.putFinding(one);
    } catch (error) {
      this.isRead = false;
      throw error;
    }
  }

  private async readStale(subjects: readonly string[]): Promise<void> {
    const ids = subjects.filter(isFinding);
    const items = subjects.filter((id) => !isFinding(id));
    // What changes again meanwhile is read again.
    this.stale.clear();
    this.standing = null;
    try {
      const [findings, folds] = await Promise.all([
        ids.length > 0 ? this.store.some(ids) : [],
        Promise.all(items.map((id) => this.store.folded(id))),
      ]);
      for (const id of ids) this.dropFinding(id);
      for (const finding of findings) this.putFinding(finding);
      for (const folded of folds) if (folded) this.putRecord(recordOf(folded));
    } catch (error) {
      for (const id of subjects) this.stale.add(id);
      throw error;
    }
  }

  private putRecord(record: ItemRecord): void {
    const { id, deleted } = record.item;
    if (deleted) this.records.delete(id);
    else this.records.set(id, record);
    this.judged.delete(id);
  }

  private putFinding(finding: Finding): void {
    const { id, campaign, item } = finding;
    if (!campaign || (campaign !== this.id && campaign !== this.campaign?.previous)) return;
    this.findings.set(id, finding);
    if (campaign !== this.id || !item) return;
    const about = this.byItem.get(item) ?? new Map<string, Finding>();
    this.byItem.set(item, about.set(id, finding));
    this.judged.delete(item);
  }

  private dropFinding(id: string): void {
    const item = this.findings.get(id)?.item ?? '';
    this.findings.delete(id);
    if (this.byItem.get(item)?.delete(id)) this.judged.delete(item);
  }

  private stand(campaign: Campaign, day: CivilDate): Standing {
    const records = inLedgerOrder([...this.records.values()]);
    const board = records.map((record) => {
      const { id } = record.item;
      const about = [...(this.byItem.get(id)?.values() ?? [])];
      const coverage = this.judged.get(id) ?? coverageOf(record, about, campaign.requirements, day);
      this.judged.set(id, coverage);
      return coverage;
    });
    const items = records.map((record) => record.item);
    return {
      campaign,
      records,
      units: new Set(items.map((item) => item.unit)),
      recognise: recogniser(items, new Map(records.map(({ item, landings }) => [item.id, landings]))),
      board,
      earlier: (url) => this.earlier(url, campaign.previous),
    };
  }

  private earlier(url: string, previous: string): EarlierFinding[] {
    const page = pageKey(url);
    return [...this.findings.values()]
      .filter((one) => one.campaign === previous && isConfirmed(one) && pageKey(one.url) === page)
      .map(({ id, quote, suggestion, sentence, anchor }) => ({ id, quote, suggestion, sentence, anchor }));
  }
}
