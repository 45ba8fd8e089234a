import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilDate } from '../../utils/page/snapshot';

/** A real page with the publication date that a person read on it; null = the page shows none. */
export interface LabelledDetail {
  file: string;
  site: string;
  url?: string;
  page: string;
  pubdate: CivilDate | null;
}

/** A real list page with the date of its newest item, the day it was saved, and how many items it has (null: not counted). */
export interface LabelledList {
  file: string;
  kind: string;
  newest: CivilDate;
  now: CivilDate;
  items: number | null;
}

export interface Labels {
  folder: string;
  details: LabelledDetail[];
  lists: LabelledList[];
}

/** The labelled real pages beside the checkout; null where they are not there (they are nobody's to publish). */
export function readLabels(root: string): Labels | null {
  const folder = join(root, '..', 'shared', 'data', 'pages');
  const file = join(folder, 'labels.json');
  if (!existsSync(file)) return null;
  const { details, lists } = JSON.parse(readFileSync(file, 'utf8')) as Omit<Labels, 'folder'>;
  return { folder, details, lists };
}

/** The site that a page belongs to: the telling part of its host, else of its file name. */
export function siteOf(page: { file: string; site?: string; url?: string }): string {
  const named = /^[\w.-]+\.\w+$/.test(page.site ?? '') ? page.site! : '';
  const host = /^https?:\/\/([^/:]+)/.exec(page.url ?? '')?.[1] ?? named;
  const telling = host.split('.').filter((part) => !/^(?:www|gov|com|cn|org|net|edu|)$/.test(part));
  if (telling.length > 0) return telling.at(-1)!;
  const parts = page.file.replace(/\.html$/, '').split('-');
  const collection = /^(?:gov|gne|gnelist|gerapylist|govlist)$/.test(parts[0]!);
  return parts
    .slice(0, collection ? 2 : 1)
    .join('-')
    .replace(/-?\d+[a-z]?$/, '');
}

/** Every third site, by a fixed hash (FNV-1a) of its name, is held out: nothing is tuned on its pages. */
export function isHeldOut(site: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(site)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 3 === 1;
}
