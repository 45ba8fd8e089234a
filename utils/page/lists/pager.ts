import type { Pager } from '../snapshot';
import type { PageText } from '../text';

/** What every count begins with; the patterns for counts are compiled on pages only that have one. */
const COUNT = /[共总合记]\D{0,8}\d/;
const ITEMS = /(?:共|总数|总计|合计|记录数?)\s?(?:有|计)?[:：]?\s?(\d{1,6})\s?(?:条|项|篇|个?记录|件)/;
const OF_PAGES =
  /(?:第|页次[:：]?|当前(?:第|页[:：]?)?)?\s?(\d{1,5})\s?页?\s?[/／]\s?(?:共\s?)?(\d{1,5})\s?页?/;
const PAGE = /(?:当前)?第\s?(\d{1,5})\s?页/;
const PAGES = /共\s?(\d{1,5})\s?页/;
const STEPS = /上一?页|下一?页|尾页|末页|首页\s*上/;

/** A block that only counts: 共36条 2/3. */
const SHORT = 20;

/** Where a list stands among its pages, from the words of its pager and, for the page's number, from the address. */
export function readPager(text: PageText, url: string): Pager | null {
  for (const block of text.blocks) {
    if (block.text.length > 300 || !/页|条|记录/.test(block.text)) continue;
    const isCount = COUNT.test(block.text);
    const items = isCount ? numberIn(ITEMS, block.text) : null;
    const ratio = ratioIn(block.text, items !== null);
    const pages = ratio ? Number(ratio[2]) : isCount ? numberIn(PAGES, block.text) : null;
    const steps = STEPS.test(block.text);
    if (items === null && pages === null && !steps) continue;
    if (items !== null && pages === null && !steps && block.text.length > 30) continue;
    const rest = around(text, block.id);
    const page = ratio ? Number(ratio[1]) : (numberIn(PAGE, block.text) ?? pageOfUrl(url));
    return {
      page,
      pages: pages ?? lastNumber(rest),
      items: items ?? numberIn(ITEMS, rest),
      quote: block.text.slice(0, 120),
    };
  }
  const page = pageOfUrl(url);
  return page === null ? null : { page, pages: null, items: null, quote: url };
}

/** 第2/3页, and the bare 2/3 beside 共36条. */
function ratioIn(words: string, counted: boolean): RegExpExecArray | null {
  if (!/[/／]/.test(words)) return null;
  const ratio = /页/.test(words) || (counted && words.length <= SHORT) ? OF_PAGES.exec(words) : null;
  const [, page, pages] = ratio ?? [];
  return Number(page) >= 1 && Number(page) <= Number(pages) ? ratio : null;
}

/** The pager's other blocks stand right beside it: each number may be a box of its own. */
function around(text: PageText, block: number): string {
  return text.blocks
    .slice(Math.max(0, block - 8), block + 9)
    .filter((b) => b.text.length < 40)
    .map((b) => b.text)
    .join(' ');
}

function numberIn(pattern: RegExp, words: string): number | null {
  const m = pattern.exec(words);
  return m ? Number(m[1]) : null;
}

/** The largest of the bare page numbers: 1 2 3 … 12. */
function lastNumber(words: string): number | null {
  const numbers = [...words.matchAll(/(?<![\d-])(\d{1,4})(?![\d-])/g)].map((m) => Number(m[1]));
  return numbers.length >= 2 && numbers.includes(1) && numbers.includes(2) ? Math.max(...numbers) : null;
}

/** The page's number in an address: `index_1.html` (counted from 0), `list_25_2.html`, `?page=2`; null on first pages. */
function pageOfUrl(url: string): number | null {
  const asked =
    url.includes('?') && /[?&](?:page|pageNum|pageNo|pageIndex|curPage|p)=(\d{1,4})(?:&|$)/i.exec(url);
  if (asked) return Number(asked[1]) > 1 ? Number(asked[1]) : null;
  if (!url.includes('_')) return null;
  const index = /\/(?:index|default)_(\d{1,4})\.s?html?$/i.exec(url);
  if (index) return Number(index[1]) + 1;
  const list = /\/(?:list|col)(?:_\d+)*_(\d{1,4})\.s?html?$/i.exec(url);
  return list && Number(list[1]) > 1 ? Number(list[1]) : null;
}
