import { platformNames } from '../accounts/platform';
import type { RosterItem } from '../campaign/roster/item';
import { say } from '../words';
import type { Column } from './csv';

/** The roster as a table whose headers the import knows: what goes out comes in again unchanged. */
export const ROSTER: readonly Column<RosterItem>[] = [
  column('kind', (item) => say(`itemKind.${item.kind}`)),
  column('unit', (item) => item.unit),
  column('platform', (item) => (item.platform ? platformNames[item.platform][0]! : '')),
  column('name', (item) => (item.kind === 'column' ? item.site : item.name)),
  column('column', (item) => (item.kind === 'column' ? item.name : '')),
  column('url', (item) => item.url),
  column('code', (item) => item.code),
  column('owner', (item) => item.owner),
  column('status', (item) => say(`itemStatus.${item.status}`)),
  column('until', (item) => item.until),
  column('hosts', (item) => item.hosts.join('、')),
  column('note', (item) => item.note),
];

function column(key: string, value: Column<RosterItem>['value']): Column<RosterItem> {
  return { key, header: say(`rosterField.${key}`), value };
}
