import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Campaign,
  campaignFields,
  campaignId,
  campaignOf,
  campaignPrefix,
} from '../../../utils/campaign/campaign';
import { isPack, packById, packOf, packPrefix, packValues } from '../../../utils/campaign/packs';
import { boardOf, nextUnvisited, progressOf } from '../../../utils/campaign/progress/board';
import {
  type ItemRecord,
  type Ruling,
  recordOf,
  TYPED_UPDATE,
  UNREACHABLE,
  verdictField,
} from '../../../utils/campaign/progress/record';
import {
  isRosterItem,
  itemId,
  itemKey,
  type RosterFields,
  rosterPrefix,
  rosterValues,
} from '../../../utils/campaign/roster/item';
import type { Category } from '../../../utils/checks/category';
import { civilOfInstant } from '../../../utils/dates/civil';
import type { Finding } from '../../../utils/findings/finding';
import type { Json } from '../../../utils/findings/json';
import type { Store } from '../../../utils/findings/store';
import { fieldsOf, type Verdict } from '../../../utils/findings/verdict';
import type { IndicatorPack } from '../../../utils/indicators/pack';
import type { CivilDate } from '../../../utils/page/snapshot';
import { changeSettings, loadSettings, settingsItem } from '../../../utils/settings';
import { type Sentence, say } from '../../../utils/words';
import { type BoardFilter, matches, noBoardFilter } from './boardFilter';

/** What the campaign's views need of the workbench around them. */
export interface Desk {
  findings: ReadonlySignal<Finding[]>;
  /** Runs a step that can be taken back; whatever fails is said. */
  step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void>;
  /** Runs anything else; whatever fails is said. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** The open campaign's state and what can be done with it; components read the signals and call the methods. */
export class CampaignModel {
  readonly campaigns = signal<Campaign[]>([]);
  readonly openId = signal('');
  readonly loading = signal(true);
  readonly records = signal<ReadonlyMap<string, ItemRecord>>(new Map());
  /** The office's own packs. */
  readonly ownPacks = signal<IndicatorPack[]>([]);
  readonly filter = signal<BoardFilter>(noBoardFilter);
  readonly selected = signal<string | null>(null);

  readonly open = computed(() => this.campaigns.value.find(({ id }) => id === this.openId.value) ?? null);
  readonly today = computed(() => this.open.value?.checkpoint ?? civilOfInstant(this.now()));
  readonly pack = computed(() => packById(this.open.value?.pack ?? '', this.ownPacks.value));
  /** The findings of the open campaign. */
  readonly findings = computed(() =>
    this.desk.findings.value.filter((finding) => finding.campaign === this.openId.value),
  );
  /** The findings of the campaign before, for 复查. */
  readonly earlier = computed(() =>
    this.desk.findings.value.filter(
      (finding) => finding.campaign !== '' && finding.campaign === this.open.value?.previous,
    ),
  );
  readonly board = computed(() =>
    this.open.value
      ? boardOf(
          [...this.records.value.values()],
          this.findings.value,
          this.open.value.requirements,
          this.today.value,
        )
      : [],
  );
  readonly progress = computed(() => progressOf(this.board.value));
  readonly shown = computed(() => this.board.value.filter((one) => matches(this.filter.value, one)));
  readonly current = computed(
    () => this.board.value.find(({ record }) => record.item.id === this.selected.value) ?? null,
  );
  readonly units = computed(() =>
    [...new Set(this.board.value.map(({ record }) => record.item.unit))].filter(Boolean),
  );

  private store!: Store;

  constructor(
    private readonly desk: Desk,
    private readonly opening: () => Promise<Store>,
    readonly now: () => number,
  ) {}

  async load(): Promise<void> {
    await this.desk.attempt(async () => {
      this.store = await this.opening();
      this.store.subscribeAll((subjects) => void this.desk.attempt(() => this.refresh(subjects)));
      settingsItem.watch((settings) => void this.follow(settings?.campaign ?? ''));
      await this.readCampaigns();
      await this.follow((await loadSettings()).campaign);
    });
    this.loading.value = false;
  }

  /** Makes a campaign, with the roster of an earlier one when it follows it, and opens it. */
  create(values: Partial<Omit<Campaign, 'id' | 'rounds'>>): Promise<void> {
    return this.desk.attempt(async () => {
      const id = campaignId(crypto.randomUUID());
      const steps: [string, Record<string, Json>][] = [[id, campaignFields(values)]];
      if (values.previous) {
        for (const { item } of (await this.store.folds(rosterPrefix(values.previous))).map(recordOf)) {
          if (!item.deleted) steps.push([itemId(id, itemKey(item)), valuesOf(item)]);
        }
      }
      await this.store.set(steps);
      await changeSettings({ campaign: id });
    });
  }

  change(values: Partial<Omit<Campaign, 'id' | 'rounds'>> | Record<string, Json>): Promise<void> {
    return this.set(say('campaign.saved'), [
      [this.openId.value, campaignFields(values as Partial<Campaign>)],
    ]);
  }

  choose(id: string): Promise<void> {
    return changeSettings({ campaign: id });
  }

  /** Takes a ledger over as the roster, all of it in one step; items that it lacks go when asked for. */
  takeOver(ledger: readonly RosterFields[], remove: readonly string[]): Promise<void> {
    const campaign = this.openId.value;
    return this.set(say('roster.imported', ledger.length), [
      ...ledger.map(
        (item) => [itemId(campaign, itemKey(item)), { ...rosterValues(item), deleted: false }] as const,
      ),
      ...remove.map((id) => [id, { deleted: true }] as const),
    ]);
  }

  editItem(id: string, fields: Partial<RosterFields>): Promise<void> {
    return this.set(say('campaign.saved'), [[id, fields as Record<string, Json>]]);
  }

  removeItem(id: string): Promise<void> {
    return this.set(say('roster.removed'), [[id, { deleted: true }]]);
  }

  /** The reviewer's word on required checks of an item; null takes it back. */
  rule(
    id: string,
    categories: readonly Category[],
    ruling: Ruling | null,
    note = '',
    until: CivilDate | null = null,
  ) {
    const verdict = ruling && { ruling, note, until };
    return this.set(say('campaign.ruled'), [
      [id, Object.fromEntries(categories.map((category) => [verdictField(category), verdict]))],
    ]);
  }

  /** The item cannot be looked at, for this reason; null = it can again. */
  setUnreachable(id: string, reason: string | null): Promise<void> {
    return this.set(say('campaign.ruled'), [[id, { [UNREACHABLE]: reason === null ? null : { reason } }]]);
  }

  setTypedUpdate(id: string, day: CivilDate | null): Promise<void> {
    return this.set(say('campaign.saved'), [[id, { [TYPED_UPDATE]: day }]]);
  }

  /** Keeps an office's own pack and judges the open campaign by it. */
  async savePack(pack: IndicatorPack): Promise<void> {
    await this.set(say('campaign.saved'), [[packPrefix + pack.id, { ...packValues(pack), deleted: false }]]);
    if (this.open.value && this.open.value.pack !== pack.id) await this.change({ pack: pack.id });
  }

  /** The reviewer's word on an earlier finding after a new look; `reason` is what the extension saw. */
  recheck(finding: string, passed: boolean, reason: string): Promise<void> {
    const verdict: Verdict = passed
      ? { to: 'passed', recheck: reason }
      : { to: 'unfixed', rectification: reason };
    return this.desk.step(say('campaign.ruled'), (store) => store.edit([finding], fieldsOf(verdict, '')));
  }

  /** Selects the next item that nobody has looked at; null when everything is covered. */
  goNext(): string | null {
    const next = nextUnvisited(this.board.value, this.selected.value);
    if (next) this.selected.value = next.record.item.id;
    return next?.record.item.id ?? null;
  }

  attempt(work: () => Promise<void>): Promise<void> {
    return this.desk.attempt(work);
  }

  set(text: Sentence, values: Iterable<readonly [string, Record<string, Json>]>): Promise<void> {
    return this.desk.step(text, (store) => store.set(values));
  }

  /** The records of another campaign, for comparing with it. */
  async recordsOf(campaign: string): Promise<ItemRecord[]> {
    return (await this.store.folds(rosterPrefix(campaign))).map(recordOf).filter(({ item }) => !item.deleted);
  }

  private async follow(id: string): Promise<void> {
    await this.desk.attempt(async () => {
      this.openId.value = id;
      this.selected.value = null;
      const records = id ? (await this.store.folds(rosterPrefix(id))).map(recordOf) : [];
      if (this.openId.value === id)
        this.records.value = new Map(records.map((record) => [record.item.id, record]));
    });
  }

  private async readCampaigns(): Promise<void> {
    const [campaigns, packs] = await Promise.all([
      this.store.folds(campaignPrefix),
      this.store.folds(packPrefix),
    ]);
    this.campaigns.value = campaigns.map(campaignOf).filter(({ deleted }) => !deleted);
    this.ownPacks.value = packs.map(packOf).filter((pack) => pack !== null);
  }

  private async refresh(subjects: readonly string[]): Promise<void> {
    if (subjects.some((id) => id.startsWith(campaignPrefix) || isPack(id))) await this.readCampaigns();
    const own = rosterPrefix(this.openId.value);
    const changed = subjects.filter((id) => isRosterItem(id) && id.startsWith(own));
    if (changed.length === 0) return;
    const folds = await Promise.all(changed.map((id) => this.store.folded(id)));
    const records = new Map(this.records.value);
    for (const folded of folds) if (folded) records.set(folded.id, recordOf(folded));
    this.records.value = records;
  }
}

/** The ledger's values of an item, for the roster of the next campaign; an exemption that has ended does not carry over. */
function valuesOf(item: RosterFields): Record<string, Json> {
  const {
    kind,
    unit,
    name,
    url,
    platform,
    code,
    site,
    columnKind,
    owner,
    status,
    until,
    hosts,
    note,
    order,
  } = item;
  return rosterValues({
    kind,
    unit,
    name,
    url,
    platform,
    code,
    site,
    columnKind,
    owner,
    status,
    until,
    hosts,
    note,
    order,
  });
}
