import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { zh } from 'chrono-node';
import { parseHTML } from 'linkedom';
import metascraper from 'metascraper';
import metascraperDate from 'metascraper-date';

const scrape = metascraper([metascraperDate()]);

/** The civil day in Asia/Shanghai of whatever a peer returned; null when it returned no date. */
function day(value) {
  if (!value) return null;
  const ms = new Date(value).getTime();
  return Number.isNaN(ms) ? null : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The text of a page as a reader without layout sees it: everything outside scripts and styles. */
function visibleText(document) {
  for (const element of document.querySelectorAll('script, style, noscript')) element.remove();
  return document.body?.textContent ?? '';
}

/** Each peer: HTML and address in, the publication day out. */
export const peers = {
  'chrono-node (zh.hans)': (html) => {
    const [first] = zh.hans.parse(visibleText(parseHTML(html).document));
    const {
      year,
      month,
      day: date,
    } = { year: first?.start.get('year'), month: first?.start.get('month'), day: first?.start.get('day') };
    return first ? `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` : null;
  },
  '@extractus/article-extractor': async (html, url) => day((await extractFromHtml(html, url))?.published),
  'metascraper-date': async (html, url) => day((await scrape({ html, url })).date),
  '@mozilla/readability': (html) => day(new Readability(parseHTML(html).document).parse()?.publishedTime),
};
