import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, type SeenPost, seenPost } from '../compose';
import { collapse, firstText, fromScripts, textOf } from '../dom';
import { shownTime } from '../shownTime';
import { instantOfEpoch, timeOfInstant } from '../times';

/**
 * 微信公众号: articles and albums; there is no account page outside WeChat, so what is read proves "updated since"
 * and never "not updated". The article's own inline script holds its time to the second.
 */
export const wechat: AccountAdapter = {
  platform: 'wechat',

  matches: (url) =>
    url.hostname === 'mp.weixin.qq.com' && /^\/(?:s(?:\/|$)|mp\/appmsgalbum)/.test(url.pathname),

  accountOf: (url) => url.searchParams.get('__biz'),

  read(page) {
    const { document, url } = page;
    const album = url.pathname.startsWith('/mp/');
    const posts = album ? albumPosts(page) : articlePost(page);
    return compose(
      {
        platform: 'wechat',
        kind: album ? 'account' : 'post',
        accountId: url.searchParams.get('__biz') ?? bizOf(document),
        name: nameOf(document),
        posts,
        fromTop: false,
      },
      page,
    );
  },
};

const QUOTED = String.raw`(?:htmlDecode\(|JsDecode\()?["']([^"']+)["']`;
const BIZ = /(?:var biz|window\.biz)\s*=\s*(?:["']{2}\s*\|\|\s*)*["']([A-Za-z0-9+/]{8,}={0,2})["']/;
const TIME = /(?:(?:var\s|window\.)ct\s*=|ori_create_time:|oriCreateTime\s*=)\s*["'](\d{10})["']/;
const TIME_TEXT = new RegExp(String.raw`(?:create_time:|createTime\s*=)\s*${QUOTED}`);
const NAME = new RegExp(String.raw`(?:nick_name:|var nickname\s*=)\s*${QUOTED}`);

function articlePost(page: ViewedPage): SeenPost[] {
  const { document, url, readAt } = page;
  const at = instantOfEpoch(fromScripts(document, TIME) ?? 0);
  const shown = firstText(document, '#publish_time') ?? fromScripts(document, TIME_TEXT) ?? '';
  const label = at ? timeOfInstant(at) : shownTime(shown, { readAt });
  if (!label) return [];
  const { pathname, searchParams } = url;
  const id = pathname.startsWith('/s/')
    ? pathname.slice(3)
    : `${searchParams.get('mid')}_${searchParams.get('idx')}`;
  const post = openedPost({ id, idTime: null, label }, page);
  const title = firstText(document, '#activity-name') ?? collapse(metaContent(document, 'og:title'));
  return [{ ...post, text: title || post.text }];
}

/** An album is a selection by its editor: each entry proves a publication, none that it is the newest. */
function albumPosts(page: ViewedPage): SeenPost[] {
  const { document, readAt } = page;
  const posts: SeenPost[] = [];
  for (const box of document.querySelectorAll<HTMLElement>('[data-link][data-msgid]')) {
    const stamp = [...box.querySelectorAll('*')].map((e) => textOf(e)).find((text) => /^1\d{9}$/.test(text));
    const at = stamp ? instantOfEpoch(stamp) : null;
    const words = [...box.querySelectorAll('*')]
      .map((e) => shownTime(textOf(e), { readAt }))
      .find((time) => time);
    const label = at ? timeOfInstant(at) : (words ?? null);
    const href = box.dataset.link!;
    const id = `${box.dataset.msgid}_${box.dataset.itemidx ?? 1}`;
    const post = seenPost({ id, href, box, idTime: null, label }, page);
    posts.push({ ...post, text: box.dataset.title ?? post.text });
  }
  return posts;
}

function bizOf(document: Document): string | null {
  const shared = metaContent(document, 'og:url');
  const fromMeta = URL.canParse(shared) ? new URL(shared).searchParams.get('__biz') : null;
  return fromScripts(document, BIZ) ?? fromMeta;
}

function nameOf(document: Document): string | null {
  return fromScripts(document, NAME) ?? firstText(document, '#js_name', '.album__author-name');
}

function metaContent(document: Document, property: string): string {
  return document.querySelector(`meta[property="${property}"]`)?.getAttribute('content') ?? '';
}
