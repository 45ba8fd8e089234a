import { platformNames } from '../accounts/platform';
import type { Coverage } from '../campaign/progress/state';
import { dayOf } from '../dates/civil';
import type { Finding } from '../findings/finding';
import { say } from '../words';
import { LEDGER } from './columns';
import type { Column, CsvOptions } from './csv';
import { summaryAnnex } from './notice/annexes';
import { sheet, sheetOf, writeBook } from './sheets';

/** One item of the board a row. */
const BOARD: readonly Column<Coverage>[] = [
  column('number', (_, index) => index + 1),
  column('kind', ({ record }) => say(`itemKind.${record.item.kind}`)),
  column('platform', ({ record }) => (record.item.platform ? platformNames[record.item.platform][0]! : '')),
  column('name', ({ record }) => record.item.name),
  column('unit', ({ record }) => record.item.unit),
  column('state', ({ state }) => say(`itemState.${state}`)),
  column('lastUpdated', ({ lastUpdated }) => lastUpdated),
  column('daysLeft', ({ daysLeft }) => daysLeft),
  column('problems', ({ confirmed }) => confirmed),
  column('reason', ({ record }) => record.unreachable?.reason ?? ''),
  column('pages', ({ record }) => record.pages.length),
  column('reviewer', ({ record }) => record.lastLook?.author ?? ''),
  column('day', ({ record }) => (record.lastLook ? dayOf(record.lastLook.at) : '')),
  column('url', ({ record }) => record.item.url),
];

/** A campaign as one XLSX: summary, board, findings. Every cell is text or a number, never a formula. */
export async function campaignWorkbook(
  board: readonly Coverage[],
  findings: readonly Finding[],
  options: CsvOptions,
): Promise<Blob> {
  const summary = summaryAnnex(board);
  return writeBook([
    sheet(options.words(say('workbook.summary')), summary.header, summary.rows),
    sheetOf(options.words(say('workbook.board')), BOARD, board, options),
    sheetOf(options.words(say('workbook.findings')), LEDGER, findings, options),
  ]);
}

function column(key: string, value: Column<Coverage>['value']): Column<Coverage> {
  return { key, header: say(`workbook.columns.${key}`), value };
}
