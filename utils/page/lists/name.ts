import type { DatedList } from '../snapshot';
import type { Box, PageText } from '../text';
import { linksWithin } from '../text';
import type { Group } from './groups';

const MORE = /\s*(?:(?:查看|了解)?更多|more|>{1,3}|»|\+|＋|…)+\s*$/i;
const NOT_A_NAME =
  /^(?:首页|上一页|下一页|返回|标题|序号|时间|日期|状态|类型|名称|来源|主题|信件|操作|发布(?:时间|日期)|更新(?:时间|日期)|当前位置.*|您.*位置.*)$|^[\d\s.\-/>:：|]*$/;

/**
 * The name of a box of rows: the nearest short line before them inside the smallest box around both, and where its
 * 更多 (or the name itself) leads.
 */
export function nameOf(
  text: PageText,
  group: Group,
): { name: string; nameFrom: DatedList['nameFrom']; href: string | null } {
  const first = group.rows[0]!.start;
  for (let box: Box | null = group.parent; box; box = box.parent) {
    if (first - box.start > 500) break;
    const lines = text.all
      .slice(box.start, first)
      .split('\n')
      .map((l) => l.replace(/\s+/g, ' ').replace(MORE, '').trim());
    const name = lines.filter((l) => l.length >= 2 && l.length <= 20 && !NOT_A_NAME.test(l)).at(-1);
    if (name) return { name, nameFrom: 'heading', href: moreLink(text, box, group, name) };
  }
  return { name: '', nameFrom: 'none', href: null };
}

function moreLink(text: PageText, box: Box, group: Group, name: string): string | null {
  const last = group.rows.at(-1)!.end;
  const outside = linksWithin(text, box.start, box.end).filter(
    (l) => l.box.end <= group.rows[0]!.start || l.box.start >= last,
  );
  const words = (l: (typeof outside)[number]) => text.all.slice(l.box.start, l.box.end).trim();
  const more = outside.find((l) => MORE.test(` ${words(l)}`)) ?? outside.find((l) => words(l) === name);
  return more?.element.href ?? null;
}
