import { platformNames } from '../accounts/platform';
import type { Coverage } from '../campaign/progress/state';
import { say } from '../words';
import type { Column } from './csv';

/** 临期提醒名单: one item a row, to be sent to its unit before the limit passes. */
export const WARNINGS: readonly Column<Coverage>[] = [
  column('number', (_, index) => index + 1),
  column('unit', ({ record }) => record.item.unit),
  column('kind', ({ record }) => say(`itemKind.${record.item.kind}`)),
  column('platform', ({ record }) => (record.item.platform ? platformNames[record.item.platform][0]! : '')),
  column('name', ({ record }) => record.item.name),
  column('lastUpdated', ({ lastUpdated }) => lastUpdated),
  column('daysLeft', ({ daysLeft }) => daysLeft),
  column('url', ({ record }) => record.item.url),
];

function column(key: string, value: Column<Coverage>['value']): Column<Coverage> {
  return { key, header: say(`workbook.columns.${key}`), value };
}
