import { addForms, type FormCounts } from '../policy/form';
import type { ItemRecord } from './progress/record';

/** The interpretations of one column, over its pages that were looked at. */
export interface ColumnForms {
  column: string;
  pages: number;
  counts: FormCounts;
}

/** The interpretations of one roster item. */
export interface ItemForms {
  item: ItemRecord['item'];
  columns: ColumnForms[];
  counts: FormCounts;
}

/** In which forms the sites of a campaign explain their documents: per column, per item and in all. Items without any are left out. */
export function campaignForms(records: readonly ItemRecord[]): { items: ItemForms[]; counts: FormCounts } {
  const items = records
    .map(({ item, pages }) => {
      const byColumn = new Map<string, FormCounts[]>();
      for (const { forms } of pages)
        if (forms) byColumn.set(forms.column, [...(byColumn.get(forms.column) ?? []), forms.counts]);
      const columns = [...byColumn].map(([column, all]) => ({
        column,
        pages: all.length,
        counts: addForms(all),
      }));
      return { item, columns, counts: addForms(columns.map((one) => one.counts)) };
    })
    .filter(({ columns }) => columns.length > 0);
  return { items, counts: addForms(items.map((one) => one.counts)) };
}
