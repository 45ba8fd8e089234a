import { findDates } from '../dates/grammar';
import type { PageKind, PageSnapshot } from '../page/snapshot';
import type { Check, Evidence } from './check';
import { speaker } from './shared/outcome';

const outcome = speaker('publishDate');
const ARTICLES: readonly PageKind[] = ['article', 'policy', 'interpretation', 'consultation', 'annualReport'];
/** Blocks after the headline in which a publication date would stand. */
const TITLE_BLOCKS = 12;
/** The first block as long as this is the text itself. */
const TEXT_BEGINS = 45;

/** Does an article say when it was published? Without a date it counts as not updated. */
export const publishDate: Check = {
  id: 'publishDate',
  category: 'stale',
  reads: ['kind', 'published', 'headline', 'blocks', 'limits'],
  run(snapshot) {
    const { kind, published, limits } = snapshot;
    if (!ARTICLES.includes(kind)) return outcome('notApplicable', 'none');
    const isShown = published !== null && published.source !== 'meta' && published.source !== 'url';
    if (isShown) {
      const evidence = [{ quote: published.quote, place: published.place }];
      return published.confidence === 'low'
        ? outcome('review', 'unsure', [published.date], evidence)
        : outcome('pass', 'shown', [published.date], evidence, { lastUpdated: published.date });
    }
    const candidate = dateNearHeadline(snapshot);
    if (candidate) return outcome('review', 'unclear', [candidate.quote], [candidate]);
    if (limits.length > 0) return outcome('review', 'unread');
    const evidence: Evidence[] = [{ quote: snapshot.headline ?? snapshot.title, place: null }];
    if (published) return outcome('fail', 'onlyMeta', [published.date], evidence);
    return outcome('fail', 'missing', [], evidence);
  },
};

/** A date between the header and the text that might be the one, though nothing says so: then a person looks. */
function dateNearHeadline({ blocks, headline }: PageSnapshot): Evidence | null {
  const at = blocks.findIndex((b) => b.text.trim() === headline);
  for (const block of blocks.slice(Math.max(0, at - TITLE_BLOCKS), at + TITLE_BLOCKS)) {
    if (block.id > at && block.text.length > TEXT_BEGINS) break;
    const mention = findDates(block.text).find((m) => m.date !== null && !m.range);
    if (mention) {
      const quote = block.text.slice(mention.start, mention.end);
      return { quote, place: { block: block.id, start: mention.start, end: mention.end } };
    }
  }
  return null;
}
