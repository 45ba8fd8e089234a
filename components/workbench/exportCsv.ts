import type { Finding } from '../../utils/findings/finding';
import { LEDGER } from '../../utils/report/columns';
import { csv } from '../../utils/report/csv';
import { words } from '../shared/words';
import { dayOf } from './model';

/** Writes the ledger of the given findings, newest first, and hands it to the browser as a download. */
export async function exportCsv(findings: readonly Finding[], now: number): Promise<void> {
  const pieces: string[] = [];
  for await (const piece of csv(LEDGER, [findings], { words })) pieces.push(piece);
  download(
    new Blob(pieces, { type: 'text/csv;charset=utf-8' }),
    `读网台账-${dayOf(new Date(now).toISOString())}.csv`,
  );
}

/** Saves a file through a link, which needs no permission. */
function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
