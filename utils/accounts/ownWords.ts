import type { ViewedPage } from './adapter';
import { parseUrl } from './url';

/** Who the page is about, and how an address tells whose it is. */
interface Owner {
  accountId: string | null;
  personOf?: (url: URL) => string | null;
}

/**
 * Which words on the page are the account's own: those in the boxes of its posts, without what hangs on a link to
 * somebody else (the post inside a repost, a comment). Where that cannot be told apart the words do not count: an
 * account must not answer for what others wrote.
 */
export function ownWords(
  boxes: readonly Element[],
  { url }: ViewedPage,
  { accountId, personOf = () => null }: Owner,
): (node: Node) => boolean {
  const others: Element[] = [];
  for (const box of boxes) {
    const people = [...box.querySelectorAll('a[href]')].flatMap((link) => {
      const target = parseUrl(link.getAttribute('href')!, url.href);
      const person = target && personOf(target);
      return person ? [{ link, own: person === accountId }] : [];
    });
    const mine = people.filter(({ own }) => own).map(({ link }) => link);
    for (const { link, own } of people) if (!own) others.push(widest(link, box, mine));
  }
  return (node) => boxes.some((box) => box.contains(node)) && !others.some((other) => other.contains(node));
}

/** The widest part of a post around a link to somebody else that holds no link to the account itself. */
function widest(link: Element, box: Element, mine: readonly Element[]): Element {
  let part = link;
  while (part !== box) {
    const around = part.parentElement!;
    if (mine.some((own) => around.contains(own))) break;
    part = around;
  }
  return part;
}

/** The box of the post whose own page this is: the page's only `article`, or its `main`; null when neither is sure. */
export function wholePost(document: Document): Element | null {
  const weixin = document.getElementById('js_content');
  if (weixin) return weixin;
  for (const name of ['article', 'main']) {
    const found = document.querySelectorAll(name);
    if (found.length === 1) return found[0]!;
  }
  return null;
}
