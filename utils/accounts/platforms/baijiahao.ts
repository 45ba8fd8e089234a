import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, fromScripts, inlineScripts, nameFromTitle, timeLabel } from '../dom';
import { baijiahaoTime } from '../idTime';
import { ownRows } from '../lists';
import { instantOfEpoch, timeOfInstant } from '../times';

/** 百家号: the account's page is delivered with its posts and their seconds; article ids only hint at the year. */
export const baijiahao: AccountAdapter = {
  platform: 'baijiahao',
  matches: (url) => accountOf(url) !== null || articleOf(url) !== null,

  accountOf,

  read(page) {
    const { document, url, readAt } = page;
    const articleId = articleOf(url);
    const rows = articleId ? [] : ownRows(document, postLinks(document, page, articleOf), {});
    const delivered = articleId ? [] : deliveredPosts(page);
    const shown = (rows ?? []).map((row) => {
      const { id, element } = row.spots[0]!;
      const label = timeLabel(row.element, { readAt, near: baijiahaoTime(id) });
      return seenPost(
        { id, href: element.getAttribute('href')!, box: row.element, idTime: null, label },
        page,
      );
    });
    const placed = delivered.map((post) => ({
      ...post,
      box: shown.find(({ id }) => id === post.id)?.box ?? null,
    }));
    return compose(
      {
        platform: 'baijiahao',
        personOf: accountOf,
        kind: articleId ? 'post' : 'account',
        accountId: accountOf(url) ?? postLinks(document, page, accountOf)[0]?.id ?? null,
        name:
          firstText(document, '[data-testid="author-name"]') ??
          fromScripts(document, /window\.runtime\b[\s\S]*?"nickname":\s*"([^"]+)"/) ??
          nameFromTitle(document, /的(?:个人主页|主页|百家号)|\s*-\s*百家号/),
        posts: articleId ? articlePost(page, articleId) : delivered.length > 0 ? placed : shown,
        limits:
          rows === null && delivered.length === 0
            ? [{ kind: 'layout', detail: 'author.baidu.com/home' }]
            : [],
      },
      page,
    );
  },
};

function accountOf(url: URL): string | null {
  if (url.hostname !== 'author.baidu.com') return null;
  return (
    /^\/home\/(\d+)/.exec(url.pathname)?.[1] ??
    (url.pathname === '/home' ? url.searchParams.get('app_id') : null)
  );
}

function articleOf(url: URL): string | null {
  const id =
    url.hostname === 'baijiahao.baidu.com' && url.pathname === '/s' ? url.searchParams.get('id') : null;
  return id && /^\d{15,20}$/.test(id) ? id : null;
}

/** The posts in `window.dynamicData`: each entry has its second of publication beside its id. */
function deliveredPosts(page: ViewedPage): SeenPost[] {
  const { document } = page;
  const data = inlineScripts(document).find((script) => script.includes('window.dynamicData'));
  const posts: SeenPost[] = [];
  for (const entry of data?.split(/"itemData"\s*:/).slice(1) ?? []) {
    const at = instantOfEpoch(/"dynamic_ctime":\s*"?(\d{10})/.exec(entry)?.[1] ?? 0);
    const id = /"(?:article_id|id|feed_id)":\s*"?(\d{15,20})/.exec(entry)?.[1];
    if (!at || !id) continue;
    const href = `https://baijiahao.baidu.com/s?id=${id}`;
    const seen = { id, href, box: document.createElement('div'), idTime: null, label: timeOfInstant(at) };
    posts.push({ ...seenPost(seen, page), text: /"title":\s*"([^"]*)"/.exec(entry)?.[1] ?? '' });
  }
  return posts;
}

function articlePost(page: ViewedPage, id: string): SeenPost[] {
  const { document, readAt } = page;
  const near = baijiahaoTime(id);
  const head = document.querySelector('[data-testid="updatetime"]');
  const label = head ? timeLabel(head, { readAt, near }) : null;
  if (!label) return [];
  return [openedPost({ id, idTime: null, label }, page)];
}
