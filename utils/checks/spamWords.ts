import { siteOf } from '../links/site';
import type { PageSnapshot } from '../page/snapshot';
import type { Check, Evidence } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';
import { spamIn } from './tampering/words';

const speak = speaker('spamWords');

/** Are gambling, pornographic or drug words in the title, the metas, hidden text or links? They tell that somebody else wrote there. */
export const spamWords: Check = {
  id: 'spamWords',
  category: 'tampering',
  reads: ['title', 'metas', 'links', 'hidden', 'blocks'],
  run(snapshot) {
    const unseen = unseenSpam(snapshot);
    if (unseen.length > 0) return speak('fail', 'unseen', [unseen.length], unseen.slice(0, MAX_EVIDENCE));
    const seen = seenSpam(snapshot);
    if (seen.length > 0) return speak('review', 'seen', [seen.length], seen.slice(0, MAX_EVIDENCE));
    return speak('pass', 'clean');
  },
};

/** Where visitors do not look: the title, metas, hidden text, hidden links to other sites. */
function unseenSpam(snapshot: PageSnapshot): Evidence[] {
  const found: Evidence[] = [];
  const add = (where: string, text: string, href?: string) => {
    const words = spamIn(text);
    if (words.length > 0)
      found.push({
        quote: words.join(' '),
        note: { key: `checks.spamWords.where.${where}` },
        place: null,
        ...(href ? { href } : {}),
      });
  };
  const shown = spamIn(snapshot.headline ?? '').length > 0;
  if (!shown) add('title', snapshot.title);
  for (const meta of snapshot.metas)
    if (/^(?:keywords|description|articletitle|title|og:title|og:description)$/i.test(meta.name) && !shown)
      add('meta', meta.content);
  for (const { text } of snapshot.hidden) add('hidden', text);
  for (const link of snapshot.links)
    if (!link.visible && siteOf(link.href) !== siteOf(snapshot.url)) add('hiddenLink', link.text, link.href);
  return found;
}

function seenSpam(snapshot: PageSnapshot): Evidence[] {
  const found: Evidence[] = [];
  for (const block of snapshot.blocks) {
    const [word] = spamIn(block.text);
    if (!word) continue;
    const start = block.text.indexOf(word);
    found.push({
      quote: block.text.slice(Math.max(0, start - 20), start + 40),
      place: { block: block.id, start, end: start + word.length },
    });
  }
  return found;
}
