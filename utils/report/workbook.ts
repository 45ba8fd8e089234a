import { platformNames } from '../accounts/platform';
import type { Coverage } from '../campaign/progress/state';
import { type TallyLine, tallyOf } from '../campaign/tally';
import { dayOf } from '../dates/civil';
import type { Finding } from '../findings/finding';
import type { IndicatorPack } from '../indicators/pack';
import { say } from '../words';
import { LEDGER } from './columns';
import type { Column, CsvOptions } from './csv';
import { summaryAnnex } from './notice/annexes';
import { sheet, sheetOf, writeBook } from './sheets';
import { markedColumns, unverifiedBy } from './unverified';

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

/** How one rule stands for one item. */
type Standing = TallyLine & { coverage: Coverage };

/** One item and rule a row: hits against the limit, whether its numbers are confirmed, and where they were read. */
const INDICATORS: readonly Column<Standing>[] = [
  indicator('number', (_, index) => index + 1),
  indicator('unit', ({ coverage }) => coverage.record.item.unit),
  indicator('name', ({ coverage }) => coverage.record.item.name),
  indicator('indicator', ({ id }) => id),
  indicator('clause', ({ clause }) => clause),
  indicator('hits', ({ hits }) => hits),
  indicator('limit', ({ limit }) => limit),
  indicator('result', ({ hits, limit, vetoed, points }) =>
    limit === null
      ? say('tally.scored', hits, points)
      : vetoed
        ? say('tally.reached', hits, limit)
        : say('tally.count', hits, limit, limit - hits),
  ),
  indicator('verified', ({ verified }) => say(`workbook.${verified ? 'verified' : 'unverified'}`)),
  indicator('sources', ({ sources }) => sources.join('；')),
];

/** A campaign as one XLSX: summary, board, indicators, findings; unverified numbers are marked. Every cell is text or a number, never a formula. */
export async function campaignWorkbook(
  board: readonly Coverage[],
  findings: readonly Finding[],
  pack: IndicatorPack,
  options: CsvOptions,
): Promise<Blob> {
  const summary = summaryAnnex(board);
  const ledger = markedColumns(
    LEDGER,
    unverifiedBy(() => pack),
    options.words,
  );
  return writeBook([
    sheet(options.words(say('workbook.summary')), summary.header, summary.rows),
    sheetOf(options.words(say('workbook.board')), BOARD, board, options),
    sheetOf(options.words(say('workbook.indicators')), INDICATORS, standings(board, findings, pack), options),
    sheetOf(options.words(say('workbook.findings')), ledger, findings, options),
  ]);
}

/** Every rule that a confirmed finding counts for, item by item in the board's order. */
function standings(
  board: readonly Coverage[],
  findings: readonly Finding[],
  pack: IndicatorPack,
): Standing[] {
  return board.flatMap((coverage) => {
    const own = findings.filter(({ item }) => item === coverage.record.item.id);
    return tallyOf(own, pack).lines.map((line) => ({ ...line, coverage }));
  });
}

function indicator(key: string, value: Column<Standing>['value']): Column<Standing> {
  return { key, header: say(`workbook.indicatorColumns.${key}`), value };
}

function column(key: string, value: Column<Coverage>['value']): Column<Coverage> {
  return { key, header: say(`workbook.columns.${key}`), value };
}
