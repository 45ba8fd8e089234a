import { signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { masked } from '../../../utils/report/mask';
import { columnsOf, defaultChoices, type ReportChoices } from '../../../utils/report/template';

const item = storage.defineItem<ReportChoices>('local:reports', { fallback: defaultChoices });

/** The reviewer's choices for tables, kept in the browser: masking, and which columns in which order. */
export class ExportChoices {
  readonly value = signal<ReportChoices>(defaultChoices);

  async load(): Promise<void> {
    this.value.value = { ...defaultChoices, ...(await item.getValue()) };
  }

  async set(choices: ReportChoices): Promise<void> {
    this.value.value = choices;
    await item.setValue(choices);
  }

  columns() {
    return columnsOf(this.value.value);
  }

  /** Covers personal data; undefined where the reviewer wants it in full. */
  mask() {
    return this.value.value.masked ? masked : undefined;
  }
}
