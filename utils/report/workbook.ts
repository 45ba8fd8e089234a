import { platformNames } from '../accounts/platform';
import type { Coverage } from '../campaign/progress/state';
import type { Finding } from '../findings/finding';
import { type Sentence, say } from '../words';
import { LEDGER } from './columns';
import type { Column, CsvOptions } from './csv';
import { cellsOf } from './csv';
import { summaryAnnex } from './notice/annexes';

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
  column('day', ({ record }) => record.lastLook?.at.slice(0, 10) ?? ''),
  column('url', ({ record }) => record.item.url),
];

/** A campaign as one XLSX: summary, board, findings. Every cell is text or a number, never a formula. */
export async function campaignWorkbook(
  board: readonly Coverage[],
  findings: readonly Finding[],
  options: CsvOptions,
): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const summary = summaryAnnex(board);
  return write([
    sheet(options.words(say('workbook.summary')), summary.header, summary.rows),
    sheet(options.words(say('workbook.board')), ...tableOf(BOARD, board, options)),
    sheet(options.words(say('workbook.findings')), ...tableOf(LEDGER, findings, options)),
  ]).toBlob();
}

function column(key: string, value: Column<Coverage>['value']): Column<Coverage> {
  return { key, header: say(`workbook.columns.${key}`), value };
}

function tableOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: CsvOptions,
): [header: string[], rows: string[][]] {
  return [
    columns.map(({ header }: { header: Sentence }) => options.words(header)),
    rows.map((row, index) => cellsOf(columns, row, index, options)),
  ];
}

/** Excel takes 31 characters for the name of a sheet and 32,767 in a cell. */
function sheet(name: string, header: string[], rows: string[][]) {
  const cells = (texts: string[], bold: boolean) =>
    texts.map((value) => ({
      value: value.slice(0, 32_767),
      type: String,
      wrap: true,
      ...(bold ? { fontWeight: 'bold' as const } : {}),
    }));
  return {
    sheet: name.slice(0, 31),
    data: [cells(header, true), ...rows.map((row) => cells(row, false))],
    stickyRowsCount: 1,
    columns: header.map(() => ({ width: 18 })),
  };
}
