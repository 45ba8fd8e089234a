import { type Column, csv } from '../../../utils/report/csv';
import { words } from '../../shared/words';
import { download } from '../download';

/** Saves a table as a CSV file. */
export async function saveCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], name: string) {
  const pieces: string[] = [];
  for await (const piece of csv(columns, [rows], { words })) pieces.push(piece);
  download(new Blob(pieces, { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}
