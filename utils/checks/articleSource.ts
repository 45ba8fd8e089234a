import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('articleSource');

/** What stands right after an empty 来源： is the next label, not a source. */
const NEXT_LABEL =
  /^(?:$|作者|责编|责任编辑|编辑|浏览|阅读|点击|访问|字号|字体|打印|分享|发布|时间|日期|[【[(（]|\d{4}[-年/.])/;

/** Does an article say where it comes from? */
export const articleSource: Check = {
  id: 'articleSource',
  category: 'other',
  reads: ['fields', 'blocks'],
  run(snapshot) {
    if (snapshot.kind !== 'article' || !snapshot.published) return speak('notApplicable', 'noArticle');
    const near = snapshot.published.place?.block ?? 0;
    const title = snapshot.blocks.slice(Math.max(0, near - 4), near + 5);
    for (const block of title) {
      const label = /(?:信息)?(?:来\s*源|稿源|发布机构|发布单位|发布者|供稿|作\s*者)\s*[:：]\s*/.exec(
        block.text,
      );
      if (!label) continue;
      const value = block.text.slice(label.index + label[0].length);
      const next = value === '' ? (snapshot.blocks[block.id + 1]?.text ?? '') : value;
      const place = { block: block.id, start: label.index, end: label.index + label[0].length };
      const evidence = [{ quote: block.text.slice(label.index, label.index + 40), place }];
      return NEXT_LABEL.test(next.trim())
        ? speak('review', 'empty', [], evidence)
        : speak('pass', 'shown', [], evidence);
    }
    return speak('review', 'missing');
  },
};
