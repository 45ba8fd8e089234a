import { type CampaignValues, campaignFields, campaignId } from '../../../utils/campaign/campaign';
import { draftOfTyped, judgeTyped, typedUpdateOf } from '../../../utils/campaign/judgeTyped';
import { packPrefix, packValues } from '../../../utils/campaign/packs';
import { nextUnvisited } from '../../../utils/campaign/progress/board';
import { type Ruling, UNREACHABLE, verdictField } from '../../../utils/campaign/progress/record';
import { type TypedUpdate, typedValue } from '../../../utils/campaign/progress/typed';
import { carriedOver } from '../../../utils/campaign/roster/carry';
import {
  itemId,
  itemKey,
  type RosterFields,
  type RosterItem,
  rosterValues,
} from '../../../utils/campaign/roster/item';
import type { Category } from '../../../utils/checks/category';
import type { Json } from '../../../utils/findings/json';
import type { IndicatorPack } from '../../../utils/indicators/pack';
import type { CivilDate } from '../../../utils/page/snapshot';
import { changeSettings } from '../../../utils/settings';
import { say } from '../../../utils/words';
import type { TypedLook } from '../../shared/TypedUpdateForm';
import { words } from '../../shared/words';
import { CampaignState } from './state';

/** What can be done with the open campaign; components read its state and call these. */
export class CampaignModel extends CampaignState {
  /** Makes a campaign, with the roster of an earlier one when it follows it, and opens it. */
  create(values: Partial<CampaignValues>): Promise<void> {
    return this.desk.attempt(async () => {
      const id = campaignId(crypto.randomUUID());
      const steps: [string, Record<string, Json>][] = [[id, campaignFields(values)]];
      if (values.previous) {
        const day = values.checkpoint ?? this.realDay();
        for (const { item } of await this.recordsOf(values.previous)) {
          steps.push([itemId(id, itemKey(item)), rosterValues(carriedOver(item, day))]);
        }
      }
      await this.store.set(steps);
      await changeSettings({ campaign: id });
    });
  }

  change(values: Partial<CampaignValues> | Record<string, Json>): Promise<void> {
    return this.set(say('campaign.saved'), [
      [this.openId.value, campaignFields(values as Partial<CampaignValues>)],
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

  /** 人工录入 of an account's last update with its picture; null takes it back. */
  keepTyped(item: RosterItem, look: TypedLook | null): Promise<void> {
    return this.desk.step(say(look ? 'typed.kept' : 'typed.takenBack'), async (store) => {
      if (!look) return store.set([[item.id, typedValue(null)]]);
      const picture = look.picture && (await store.putBlob(look.picture));
      const context = { now: this.today.value, pack: this.pack.value };
      const at = new Date(this.now()).toISOString();
      const typed = typedUpdateOf(item, { ...look, picture }, at, context);
      return store.set([[item.id, typedValue(typed)]]);
    });
  }

  /** Records what was typed as a finding, with the phone's picture as its evidence. */
  recordTyped(item: RosterItem, typed: TypedUpdate): Promise<void> {
    return this.desk.step(say('typed.recorded'), async (store) => {
      const image = typed.picture && (await this.desk.file(typed.picture));
      const context = { now: this.today.value, pack: this.pack.value };
      const outcome = judgeTyped(item, typed.day!, typed.at, context);
      const description = words(outcome.reason);
      const shot = image ? { image, focus: null } : { missing: say('typed.noImage') };
      const draft = draftOfTyped(item, { typed, outcome, description, shot, now: context.now });
      return [(await store.record(draft)).entry];
    });
  }

  file(sha: string): Promise<Blob | null> {
    return this.desk.file(sha);
  }

  /** Keeps an office's own pack and judges the open campaign by it. */
  async savePack(pack: IndicatorPack): Promise<void> {
    await this.set(say('campaign.saved'), [[packPrefix + pack.id, { ...packValues(pack), deleted: false }]]);
    if (this.open.value && this.open.value.pack !== pack.id) await this.change({ pack: pack.id });
  }

  /** The reviewer's word on an earlier finding after a new look; `reason` is what the extension saw. */
  recheck(finding: string, passed: boolean, reason: string): Promise<void> {
    return this.desk.step(say('campaign.ruled'), (store) =>
      store.edit([finding], { status: passed ? 'passed' : 'unfixed', recheck: reason }),
    );
  }

  /** What a unit has written back about its findings (整改反馈表); '' takes it back. */
  answer(findings: readonly string[], rectification: string): Promise<void> {
    return this.desk.step(say('campaign.saved'), (store) => store.edit(findings, { rectification }));
  }

  /** 逐项扫查: shows what waits on one check, and lets 下一个未查 go through it; '' ends it. */
  sweep(category: Category | ''): Promise<void> {
    return changeSettings({ sweep: category });
  }

  /** Selects the next item that nobody has looked at; null when everything is covered. */
  goNext(): string | null {
    const next = nextUnvisited(this.board.value, this.selected.value);
    if (next) this.selected.value = next.record.item.id;
    return next?.record.item.id ?? null;
  }
}
