import { computed, signal } from '@preact/signals';
import { type SignOff, signOffField, signOffLine, signOffValue } from '../../../../utils/campaign/signOff';
import { dayOf } from '../../../../utils/dates/civil';
import { daysOf, type ReadDay } from '../../../../utils/reading/days';
import { openReadingLog, type ReadPage } from '../../../../utils/reading/log';
import { readingBook } from '../../../../utils/report/readingBook';
import { changeSettings, loadSettings, settingsItem } from '../../../../utils/settings';
import { type Sentence, say } from '../../../../utils/words';
import { words } from '../../../shared/words';
import { download } from '../../download';
import type { CampaignModel } from '../model';

/** 读网记录 of the open campaign: what was read on this machine, and what is signed for each day. */
export class ReadingModel {
  readonly pages = signal<ReadPage[]>([]);
  readonly on = signal(false);
  readonly reviewer = signal('');
  readonly days = computed(() => daysOf(this.pages.value));
  private readonly log = openReadingLog();

  constructor(readonly campaign: CampaignModel) {}

  /** Reads the log and the switch; returns what ends following them. */
  follow(): () => void {
    const refresh = () => void this.refresh();
    refresh();
    addEventListener('focus', refresh);
    const unwatch = settingsItem.watch(refresh);
    return () => {
      removeEventListener('focus', refresh);
      unwatch();
      void this.log.then((log) => log.close());
    };
  }

  private async refresh(): Promise<void> {
    await this.campaign.attempt(async () => {
      const { reading, reviewer } = await loadSettings();
      this.on.value = reading;
      this.reviewer.value = reviewer;
      this.pages.value = await (await this.log).pagesOf(this.campaign.openId.value);
    });
  }

  /** What the reviewer has signed for a day; null when nothing. */
  signedFor(day: string): SignOff | null {
    const { signOffs } = this.campaign.open.value!;
    return signOffs.find((one) => one.day === day && one.author === this.reviewer.value) ?? null;
  }

  /** The line that a day would be signed with. */
  draftOf(day: ReadDay, note: string): Omit<SignOff, 'at'> {
    const author = this.reviewer.value;
    const findings = this.campaign.findings.value.filter(
      (finding) => finding.author === author && dayOf(finding.createdAt) === day.day,
    ).length;
    return {
      day: day.day,
      author,
      pages: day.pages.length,
      seconds: day.seconds,
      toEnd: day.toEnd,
      findings,
      note,
    };
  }

  lineOf(signed: Omit<SignOff, 'at'>): Sentence {
    return signOffLine(signed);
  }

  sign(day: ReadDay, note: string): Promise<void> {
    const signed = this.draftOf(day, note);
    return this.campaign.set(say('reading.signedDay', day.day), [
      [this.campaign.openId.value, { [signOffField(day.day, signed.author)]: signOffValue(signed) }],
    ]);
  }

  turn(on: boolean): Promise<void> {
    return changeSettings({ reading: on });
  }

  export(): Promise<void> {
    return this.campaign.attempt(async () => {
      const { name, signOffs } = this.campaign.open.value!;
      const items = new Map([...this.campaign.records.value].map(([id, { item }]) => [id, item]));
      const book = await readingBook(this.pages.value, signOffs, items, words);
      download(book, `${name}-${words(say('reading.file'))}.xlsx`);
    });
  }

  /** Forgets what was read; what was signed stays. */
  forget(): Promise<void> {
    return this.campaign.attempt(async () => {
      await (await this.log).forget(this.campaign.openId.value);
      await this.refresh();
    });
  }
}
