import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, type SeenPost, seenPost } from '../compose';
import { collapse, labels } from '../dom';
import { shownTime } from '../shownTime';
import type { PostTime } from '../snapshot';
import { instantOfEpoch, timeOfInstant } from '../times';

/**
 * Sogou's search of 微信, the only place outside WeChat that lists an account's articles: an account's box with its latest
 * one (`type=1`), or articles (`type=2`). A row counts only when it names exactly the account that was searched for. What is
 * found proves "updated since"; what a search does not find proves nothing.
 */
export const wechatSearch: AccountAdapter = {
  platform: 'wechat',

  matches: (url) =>
    url.hostname === 'weixin.sogou.com' &&
    url.pathname === '/weixin' &&
    /^[12]$/.test(url.searchParams.get('type') ?? '') &&
    wanted(url) !== '',

  accountOf: () => null,

  read(page) {
    const { url } = page;
    const rows = rowsOf(page);
    // Two accounts of one name: nobody can tell which of them is meant.
    const boxes = url.searchParams.get('type') === '1' ? rows.length : 1;
    const posts = boxes === 1 ? rows : [];
    return compose(
      {
        platform: 'wechat',
        kind: 'account',
        accountId: null,
        name: rows.length > 0 ? wanted(url) : null,
        posts,
        fromTop: false,
        limits: rows.length > 0 ? [{ kind: 'search', detail: wanted(url) }] : [],
      },
      page,
    );
  },
};

function wanted(url: URL): string {
  return plain(url.searchParams.get('query') ?? '');
}

function plain(text: string): string {
  return collapse(text.normalize('NFKC'));
}

function rowsOf(page: ViewedPage): SeenPost[] {
  const { document, url } = page;
  return [...document.querySelectorAll('li')].flatMap((box) => {
    if (box.querySelector('li') || !namesAccount(box, wanted(url))) return [];
    const label = timeIn(box, page);
    const link = [...box.querySelectorAll('a[href]')].at(label ? -1 : 0);
    if (!label || !link) return [];
    const title = collapse(
      box.querySelector('h3')?.textContent ?? box.querySelector('dd a')?.textContent ?? '',
    );
    const id = `${label.at ?? label.earliest} ${title}`;
    // The address of a result is a redirect that soon expires; the search itself can be opened again.
    const post = seenPost({ id, href: url.href, box, idTime: null, label }, page);
    return [{ ...post, text: title || post.text, pinned: false }];
  });
}

/** Whether the row is of the account: it bears the name somewhere, not as an article's title. */
function namesAccount(box: Element, name: string): boolean {
  return labels(box).some(({ text, element }) => plain(text) === name && !element.closest('h3, dd'));
}

/** The second in an attribute (`t`) or a script (`timeConvert('…')`) of the row, else what it shows. */
function timeIn(box: Element, { readAt }: ViewedPage): PostTime | null {
  const stamped = box.querySelector('[t]')?.getAttribute('t') ?? '';
  const written = [...box.querySelectorAll('script')].map((script) => script.textContent ?? '').join(' ');
  const stamp = /^1\d{9}$/.exec(stamped)?.[0] ?? /timeConvert\('(1\d{9})'\)/.exec(written)?.[1];
  const at = stamp ? instantOfEpoch(stamp) : null;
  if (at) return timeOfInstant(at);
  for (const { text } of labels(box)) {
    const shown = shownTime(text, { readAt });
    if (shown) return shown;
  }
  return null;
}
