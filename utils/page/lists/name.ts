import type { DatedList } from '../snapshot';
import type { Box, PageText } from '../text';
import type { Group } from './groups';

const NOT_A_NAME =
  /^(?:更多|more|MORE|查看更多|>>|»|\+|首页|上一页|下一页|返回|标题|序号|时间|日期|发布(?:时间|日期))|^[\d\s.\-/>]*$/i;

/** The heading of a box of rows: the nearest short text before it, inside the smallest box around both. */
export function nameOf(text: PageText, group: Group): { name: string; nameFrom: DatedList['nameFrom'] } {
  const first = group.rows[0]!.box.start;
  for (let box: Box | null = group.parent; box?.parent; box = box.parent) {
    const lead = text.all.slice(box.parent.start, first);
    if (lead.length > 400) break;
    const lines = lead.split('\n').map((l) =>
      l
        .replace(/\s+/g, ' ')
        .replace(/\s*(?:更多|more|>>|»|\+).*$/i, '')
        .trim(),
    );
    const name = lines.filter((l) => l.length >= 2 && l.length <= 20 && !NOT_A_NAME.test(l)).at(-1);
    if (name) return { name, nameFrom: 'heading' };
  }
  return { name: '', nameFrom: 'none' };
}
