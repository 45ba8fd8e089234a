import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, makeEntry } from '../../utils/findings/entry';
import { findingId } from '../../utils/findings/finding';
import { tick } from '../../utils/findings/hlc';
import { writeBackup } from '../../utils/report/backup';

/** A colleague's review file, so large that it is merged in two transactions and kept in packs. */
export interface Volume {
  path: string;
  /** Words by which the ledger's search finds this volume's findings and no others. */
  words: string;
  /** Title -> finding. */
  findings: ReadonlyMap<string, string>;
  entries: readonly string[];
}

const FINDINGS = 1_050;
/** Findings of the volume before to which this one adds a note: what is known already gets a second pack. */
const AGAIN = 200;
const START = Date.UTC(2024, 3, 18);

/**
 * Writes volume `number` into a folder: two entries on each of its findings (together more than one transaction takes), and notes on
 * some of the volume before.
 */
export async function writeVolume(folder: string, number: number): Promise<Volume> {
  let time = START + number * 3_600_000;
  const entry = (finding: string, fields: Record<string, string>, prev: Record<string, string[]> = {}) =>
    makeEntry({
      finding,
      author: '同事',
      device: 'colleague',
      hlc: tick(null, time++, 'colleague'),
      fields,
      prev,
    });
  const findings = new Map<string, string>();
  const entries: Entry[] = [];
  for (let index = 0; index < FINDINGS; index++) {
    const title = titleOf(number, index);
    const [id, url] = placeOf(number, index);
    findings.set(title, id);
    const first = entry(id, { url, pageTitle: title, quote: title, description: '批注'.repeat(60) });
    entries.push(first, entry(id, { description: '改过的批注' }, { description: [first._id] }));
  }
  for (let index = 0; number > 0 && index < AGAIN; index++)
    entries.push(entry(placeOf(number - 1, index)[0], { note: `第${number}卷的附注` }));

  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup({ entries: [entries], files: [] }, new Date(START).toISOString()))
    pieces.push(piece);
  const path = join(folder, `volume-${number}.zip`);
  writeFileSync(path, Buffer.concat(pieces));
  return { path, words: titleOf(number), findings, entries: entries.map(({ _id }) => _id) };
}

function titleOf(number: number, index: number | '' = ''): string {
  return `卷${number}之${index}`;
}

function placeOf(number: number, index: number): [finding: string, url: string] {
  const url = `http://www.yunhe-demo.gov.cn/volume/${number}/${index}.html`;
  return [findingId({ url, quote: titleOf(number, index) }), url];
}
