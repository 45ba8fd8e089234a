import { metaContent } from '../page/metas';
import type { PageSnapshot } from '../page/snapshot';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('titleMatch');

/** Words of the page are searched this far. */
const MAX_TEXT = 20_000;

/** Does the window's title belong to the page? A title that shares no words with it was often put there by somebody else. */
export const titleMatch: Check = {
  id: 'titleMatch',
  category: 'tampering',
  reads: ['title', 'blocks'],
  run(snapshot) {
    const title = plain(snapshot.title);
    const text = wordsOf(snapshot);
    if (!/[\u4e00-\u9fa5]{4}/.test(title) || text.length < 100) return speak('notApplicable', 'noTitle');
    const pairs = pairsOf(title);
    const shared = pairs.filter((p) => text.includes(p)).length;
    const evidence = [{ quote: snapshot.title, place: null }];
    if (shared === 0) return speak('review', 'foreign', [snapshot.title], evidence);
    return speak('pass', 'belongs', [], evidence);
  },
};

const plain = (text: string) => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** Neighbouring Chinese characters, the smallest words. */
function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (/^[\u4e00-\u9fa5]{2}$/.test(pair)) pairs.push(pair);
  }
  return pairs;
}

function wordsOf(snapshot: PageSnapshot): string {
  const name = metaContent(snapshot.metas, 'SiteName') ?? '';
  const column = metaContent(snapshot.metas, 'ColumnName') ?? '';
  const images = snapshot.images.map((i) => i.alt).join('');
  const text = `${name}${column}${images}${snapshot.blocks.map((b) => b.text).join('')}`;
  return plain(text.slice(0, MAX_TEXT));
}
