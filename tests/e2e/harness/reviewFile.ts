import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEntry } from '../../../utils/findings/entry';
import { type FieldChanges, findingId } from '../../../utils/findings/finding';
import { tick } from '../../../utils/findings/hlc';
import { plain } from '../../../utils/findings/record';
import { writeBackup } from '../../../utils/report/backup';

const start = Date.UTC(2024, 3, 18);

/** A review file of one finding per set of fields, as a colleague of that name exports it; gives its path. */
export async function reviewFile(author: string, findings: readonly FieldChanges[]): Promise<string> {
  const entries = findings.map((fields, index) => {
    const { url = `http://www.yunhe-demo.gov.cn/${index}`, quote = '', check = '' } = fields;
    return makeEntry({
      finding: findingId({ url, quote, check }),
      author,
      device: 'a',
      hlc: tick(null, start + index * 1000, 'a'),
      fields: plain({ ...fields, url }),
      prev: {},
    });
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup({ entries: [entries], files: [] }, new Date(start).toISOString()))
    pieces.push(piece);
  const path = join(mkdtempSync(join(tmpdir(), 'duwang-review-')), 'review.zip');
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}
