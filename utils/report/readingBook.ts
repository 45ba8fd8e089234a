import type { RosterItem } from '../campaign/roster/item';
import type { SignOff } from '../campaign/signOff';
import { signOffLine } from '../campaign/signOff';
import type { ReadPage } from '../reading/log';
import { type Sentence, say } from '../words';
import { beijingTime } from './columns';
import type { Column } from './csv';
import { sheetOf, writeBook } from './sheets';

/** 读网记录 as one XLSX: what was signed day by day, and the pages. */
export function readingBook(
  pages: readonly ReadPage[],
  signed: readonly SignOff[],
  items: ReadonlyMap<string, RosterItem>,
  words: (sentence: Sentence) => string,
): Promise<Blob> {
  return writeBook([
    sheetOf(words(say('reading.signed')), SIGNED, signed, { words }),
    sheetOf(words(say('reading.pages')), pageColumns(items), pages, { words }),
  ]);
}

const SIGNED: readonly Column<SignOff>[] = [
  column('day', ({ day }) => day),
  column('reviewer', ({ author }) => author),
  column('line', (signed) => signOffLine(signed)),
  column('signedAt', ({ at }) => beijingTime(at)),
];

function pageColumns(items: ReadonlyMap<string, RosterItem>): readonly Column<ReadPage>[] {
  return [
    column('day', ({ day }) => day),
    column('item', ({ item }) => items.get(item)?.name ?? ''),
    column('unit', ({ item }) => items.get(item)?.unit ?? ''),
    column('title', ({ title }) => title),
    column('url', ({ url }) => url),
    column('seconds', ({ seconds }) => seconds),
    column('share', ({ share }) => `${share}%`),
    column('at', ({ at }) => beijingTime(at)),
  ];
}

function column<Row>(key: string, value: Column<Row>['value']): Column<Row> {
  return { key, header: say(`reading.columns.${key}`), value };
}
