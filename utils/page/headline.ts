import { metaContent } from './metas';
import type { Meta, TextBlock } from './snapshot';
import type { PageText } from './text';
import { runAt } from './text';

/** The headline and its offsets in the page text. */
export interface Headline {
  text: string;
  start: number;
  end: number;
}

/**
 * Every place where the page's headline stands, in reading order: blocks that say what ArticleTitle or the title says (pages
 * repeat it for phones and for sharing), else the first h1, else the first other heading that reads like one.
 */
export function readHeadlines(text: PageText, metas: readonly Meta[], title: string): Headline[] {
  const wanted = [metaContent(metas, 'ArticleTitle'), title, titleHead(title)]
    .map((t) => squeeze(t ?? ''))
    .filter((t) => t.length >= 4);
  // A department's name in the page header is often how the title of its report begins.
  const notTitle = new Set([
    squeeze(metaContent(metas, 'SiteName') ?? ''),
    squeeze(title.slice(titleHead(title).length)).replace(/^[_|｜—-]+/, ''),
  ]);
  const found: Headline[] = [];
  let heading: (Headline & { level: number }) | null = null;
  for (const block of text.blocks) {
    if (block.role === 'footer' || block.text.length > 200) continue;
    const plain = squeeze(block.text);
    if (plain.length < 4 || notTitle.has(plain)) continue;
    if (plain.length >= (block.role === 'nav' ? 10 : 4) && wanted.some((w) => saysTitle(w, plain)))
      found.push(headlineAt(text, block));
    else if (isHeading(text, block, plain) && (!heading || block.level! < heading.level))
      heading = { ...headlineAt(text, block), level: Math.min(2, block.level!) };
  }
  if (found.length > 0 || !heading) return found;
  const { level: _, ...headline } = heading;
  return [headline];
}

/** An h1, or a lower heading that is a sentence of its own and leads nowhere (side boxes head single articles with links). */
function isHeading(text: PageText, block: TextBlock, plain: string): boolean {
  if (block.role !== 'heading') return false;
  if (block.level === 1) return plain.length >= 6;
  return block.level! <= 4 && plain.length >= 10 && (runAt(text, text.starts[block.id]!)?.box.link ?? -1) < 0;
}

function headlineAt(text: PageText, block: TextBlock): Headline {
  const start = text.starts[block.id]!;
  return { text: block.text.replace(/\s+/g, ' ').trim(), start, end: start + block.text.length };
}

/** Title without the site's name behind it. */
function titleHead(title: string): string {
  return title.split(/\s*(?:[_|｜]|--?|—+| - )\s*/)[0]!.trim();
}

const squeeze = (s: string) => s.replace(/\s+/g, '');

function saysTitle(wanted: string, plain: string): boolean {
  return (
    wanted === plain ||
    (plain.length >= 8 &&
      wanted.length >= 8 &&
      (wanted.startsWith(plain) || plain.startsWith(wanted) || wanted.endsWith(plain)))
  );
}

/** Of the places of the headline, the one that the page's own facts follow: the last before `offset`, else the first. */
export function headlineBefore(headlines: readonly Headline[], offset: number): Headline | null {
  let best = headlines[0] ?? null;
  for (const headline of headlines) if (headline.end <= offset) best = headline;
  return best;
}
