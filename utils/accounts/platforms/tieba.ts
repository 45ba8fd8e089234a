import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, nameFromTitle, timeLabel } from '../dom';
import { ownRows } from '../lists';

const THREAD = /^\/p\/(\d+)/;
const CREATED = '[title="创建时间"]';

/**
 * 百度贴吧: a person's home lists that person's threads; a 吧 lists everybody's, so it dates threads but tells nothing
 * about an account. The time beside the last reply (回复于) is never that of the thread.
 */
export const tieba: AccountAdapter = {
  platform: 'tieba',
  matches: (url) =>
    url.hostname === 'tieba.baidu.com' &&
    (/^\/(?:f|home\/main)\/?$/.test(url.pathname) || THREAD.test(url.pathname)),

  accountOf: (url) => url.searchParams.get('id') ?? url.searchParams.get('un'),

  read(page) {
    const { document, url } = page;
    const threadId = THREAD.exec(url.pathname)?.[1] ?? null;
    const forum = /^\/f\/?$/.test(url.pathname);
    const posts = threadId ? firstFloor(page, threadId) : forum ? threads(page) : homeThreads(page);
    return compose(
      {
        platform: 'tieba',
        kind: threadId ? 'post' : 'account',
        accountId: url.searchParams.get('id') ?? url.searchParams.get('un') ?? url.searchParams.get('kw'),
        name: forum
          ? nameFromTitle(document, /-百度贴吧/)
          : (firstText(document, '.head-name', '.userinfo_username') ?? nameFromTitle(document, /的贴吧/)),
        posts: posts ?? [],
        limits: forum
          ? [{ kind: 'shared', detail: url.searchParams.get('kw') ?? '' }]
          : posts === null
            ? [{ kind: 'layout', detail: 'tieba.baidu.com/home/main' }]
            : [],
      },
      page,
    );
  },
};

function threads(page: ViewedPage): SeenPost[] {
  const { document, readAt } = page;
  return [...document.querySelectorAll(CREATED)].flatMap((created) => {
    const box = created.closest('li') ?? created.parentElement!;
    const link = postLinks(box, page, (to) => THREAD.exec(to.pathname)?.[1] ?? null)[0];
    if (!link) return [];
    const label = timeLabel(created, { readAt, clock: true });
    const href = link.element.getAttribute('href')!;
    return [seenPost({ id: link.id, href, box, idTime: null, label, own: false }, page)];
  });
}

function homeThreads(page: ViewedPage): SeenPost[] | null {
  const { document, readAt } = page;
  const rows = ownRows(
    document,
    postLinks(document, page, (to) => THREAD.exec(to.pathname)?.[1] ?? null),
    { container: '.thread-list, .new_list' },
  );
  if (!rows) return null;
  return rows.map((row) => {
    const { id, element } = row.spots[0]!;
    const label = timeLabel(row.element, { readAt, clock: true });
    return seenPost({ id, href: element.getAttribute('href')!, box: row.element, idTime: null, label }, page);
  });
}

/** The floor that opened the thread: its time stands at its foot. */
function firstFloor(page: ViewedPage, id: string): SeenPost[] {
  const { document, readAt } = page;
  const box = [...document.querySelectorAll('[data-field]')].find((e) =>
    /"post_no":1[,}]/.test(e.getAttribute('data-field')!),
  );
  const label = box ? timeLabel(box, { readAt, clock: true }, 'last') : null;
  return label ? [openedPost({ id, idTime: null, label }, page)] : [];
}
