import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Campaign, campaignOf, campaignPrefix } from '../../../utils/campaign/campaign';
import { isPack, packById, packOf, packPrefix } from '../../../utils/campaign/packs';
import { boardOf, progressOf } from '../../../utils/campaign/progress/board';
import { type ItemRecord, recordOf } from '../../../utils/campaign/progress/record';
import { isRosterItem, rosterPrefix } from '../../../utils/campaign/roster/item';
import { civilOfInstant } from '../../../utils/dates/civil';
import type { Finding } from '../../../utils/findings/finding';
import type { Json } from '../../../utils/findings/json';
import type { Store } from '../../../utils/findings/store';
import type { IndicatorPack } from '../../../utils/indicators/pack';
import type { CivilDate } from '../../../utils/page/snapshot';
import { loadSettings, settingsItem } from '../../../utils/settings';
import type { Sentence } from '../../../utils/words';
import { type BoardFilter, matches, noBoardFilter } from './boardFilter';

/** What the campaign's views need of the workbench around them. */
export interface Desk {
  findings: ReadonlySignal<Finding[]>;
  /** Runs a step that can be taken back; whatever fails is said. */
  step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void>;
  /** A stored file, here or at the team's endpoint; null when nobody has it. */
  file(sha: string): Promise<Blob | null>;
  /** Runs anything else; whatever fails is said. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** What the campaign's views show: the open campaign as the store has it, followed as it changes. */
export class CampaignState {
  readonly campaigns = signal<Campaign[]>([]);
  readonly openId = signal('');
  readonly loading = signal(true);
  readonly records = signal<ReadonlyMap<string, ItemRecord>>(new Map());
  /** The office's own packs. */
  readonly ownPacks = signal<IndicatorPack[]>([]);
  readonly filter = signal<BoardFilter>(noBoardFilter);
  readonly selected = signal<string | null>(null);

  readonly open = computed(() => this.campaigns.value.find(({ id }) => id === this.openId.value) ?? null);
  /** The day at which everything is judged. */
  readonly today = computed(() => this.open.value?.checkpoint ?? this.realDay());
  /** The campaign before the open one, whose findings are re-inspected; null without. */
  readonly previous = computed(
    () => this.campaigns.value.find(({ id }) => id === this.open.value?.previous) ?? null,
  );
  /** The pack that judges without a campaign. */
  private readonly settingsPack = signal('');
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

  protected store!: Store;

  constructor(
    protected readonly desk: Desk,
    private readonly opening: () => Promise<Store>,
    readonly now: () => number,
  ) {}

  /** The day on which the reviewer sits there, whatever the 监测时间点. */
  realDay(): CivilDate {
    return civilOfInstant(this.now());
  }

  async load(): Promise<void> {
    await this.desk.attempt(async () => {
      this.store = await this.opening();
      this.store.subscribeAll((subjects) => void this.desk.attempt(() => this.refresh(subjects)));
      settingsItem.watch(() => void this.desk.attempt(() => this.followSettings()));
      await this.readCampaigns();
      await this.followSettings();
    });
    this.loading.value = false;
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

  /** The pack by which a finding was judged: its campaign's, else the settings'. */
  packFor(finding: Finding): IndicatorPack {
    const campaign = this.campaigns.value.find(({ id }) => id === finding.campaign);
    return packById(campaign?.pack || this.settingsPack.value, this.ownPacks.value);
  }

  private async followSettings(): Promise<void> {
    const { campaign, sweep, pack } = await loadSettings();
    this.settingsPack.value = pack;
    this.filter.value = { ...this.filter.value, sweep };
    if (campaign !== this.openId.value) await this.follow(campaign);
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
