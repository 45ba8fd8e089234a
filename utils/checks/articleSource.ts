import { metaContent } from '../page/metas';
import type { PageSnapshot, TextBlock } from '../page/snapshot';
import type { Check } from './check';
import { isGovernmentSite, readIdentity } from './identity/read';
import { speaker } from './shared/outcome';

const speak = speaker('articleSource');

const LABEL =
  /(?:(?:信息|文章|稿件)?来\s*源于?|稿源|发布机构|发布机关|发布单位|发布者|发布部门|责任部门|供稿(?:单位)?|撰稿|通讯员|记者|作\s*者)\s*[:：]\s*/;
/** What stands right after an empty 来源： is the next label, not a source. */
const NEXT_LABEL =
  /^(?:$|作者|责编|责任编辑|编辑|浏览|阅读|点击|访问|字号|字体|打印|分享|发布|时间|日期|[【[(（]|\d{4}[-年/.])/;
/** 发布机构, 责任部门 … of a header table say it as well. */
const FIELD = /^(?:发布|发文|制发|制定)(?:机构|机关|单位)$|^责任部门$|^(?:信息)?来源$/;
/** Blocks around the headline, and lines at the end of the text, in which a source stands. */
const HEAD = 6;
const TAIL = 6;

/** Does an article of a government site say where it comes from? */
export const articleSource: Check = {
  id: 'articleSource',
  category: 'other',
  reads: ['fields', 'blocks', 'published'],
  run(snapshot) {
    if (snapshot.kind !== 'article' || !snapshot.published) return speak('notApplicable', 'noArticle');
    if (!isGovernmentSite(snapshot, readIdentity(snapshot))) return speak('notApplicable', 'notGovernment');
    const empty: { quote: string; place: { block: number; start: number; end: number } }[] = [];
    for (const block of likely(snapshot)) {
      const label = LABEL.exec(block.text);
      if (!label) continue;
      const value = block.text.slice(label.index + label[0].length);
      const next = value === '' ? (snapshot.blocks[block.id + 1]?.text ?? '') : value;
      const place = { block: block.id, start: label.index, end: label.index + label[0].length };
      const spot = { quote: block.text.slice(label.index, label.index + 40), place };
      if (!NEXT_LABEL.test(next.trim())) return speak('pass', 'shown', [], [spot]);
      empty.push(spot);
    }
    if (empty.length > 0) return speak('review', 'empty', [], empty.slice(0, 1));
    const field = snapshot.fields.find((f) => FIELD.test(f.label) && f.value !== '');
    if (field)
      return speak('pass', 'shown', [], [{ quote: `${field.label}：${field.value}`, place: field.place }]);
    const meta = metaContent(snapshot.metas, 'ContentSource');
    if (meta) return speak('review', 'onlyMeta', [meta]);
    return speak('review', 'missing');
  },
};

/** Where a source would stand: around the headline and the date, and in the last lines of the text. */
function likely({ blocks, headline, published }: PageSnapshot): TextBlock[] {
  const title = blocks.findIndex((b) => b.text.trim() === headline);
  const near = (id: number | undefined) =>
    id === undefined || id < 0 ? [] : blocks.slice(Math.max(0, id - HEAD), id + HEAD);
  const end = blocks.filter((b) => b.main).slice(-TAIL);
  return [...near(title), ...near(published?.place?.block), ...end];
}
