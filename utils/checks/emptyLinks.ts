import type { PageLink } from '../page/snapshot';
import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('emptyLinks');

const NOWHERE = /^(?:\s*|#|javascript:\s*(?:void\s*\(?\s*0?\s*\)?)?;?\s*)$/i;
/** Buttons in the shape of links. */
const BUTTON =
  /^(?:打印|关闭|分享|字[体号]|[大中小]$|上一页|下一页|首页|尾页|末页|返回|更多|收藏|设为|登录|注册|搜索|查询|无障碍|长者|适老|简体|繁体|English|切换|展开|收起|提交|重置|播放|暂停|顶部|扫一扫|微信|微博|复制|点赞|我要|>>|<<|›|‹)/i;
/** Marks of the footer whose links scripts fill in. */
const MARK = /备案|ICP\s*[备证]|公网安备|标识码|^[\d\s-]+$/i;
/** Shorter words are tabs and buttons. */
const MIN_TITLE = 10;

const plain = (words: string) => words.replace(/\s+/g, '');

/** Do titles that look like links lead nowhere? Scripts may act on them, so a reviewer clicks once. */
export const emptyLinks: Check = {
  id: 'emptyLinks',
  category: 'link',
  reads: ['links', 'blocks'],
  run({ links, blocks, headline, title, breadcrumb }) {
    // The page's own title and place lead nowhere because the visitor is there.
    const own = new Set([headline, title, ...breadcrumb].map((words) => plain(words ?? '')));
    const isTitle = (l: PageLink) =>
      l.visible &&
      !l.acts &&
      !own.has(plain(l.text)) &&
      l.text.length >= MIN_TITLE &&
      !BUTTON.test(l.text) &&
      !MARK.test(l.text) &&
      l.place !== null &&
      blocks[l.place.block]?.main;
    const empty = links.filter((l) => isTitle(l) && NOWHERE.test(l.raw));
    if (empty.length === 0) return speak('pass', 'none');
    const evidence = empty.slice(0, MAX_EVIDENCE).map((l) => ({ quote: l.text, place: l.place }));
    return speak('review', 'found', [empty.length], evidence);
  },
};
