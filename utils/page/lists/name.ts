import type { DatedList } from '../snapshot';
import type { Box, PageText } from '../text';
import { linksWithin } from '../text';
import type { Group } from './groups';

const MORE = /\s*(?:(?:查看|了解)?更多|more|>{1,3}|»|\+|＋|…)+\s*$/i;
const NOT_A_NAME =
  /^(?:首页|上一页|下一页|返回|标题|序号|时间|日期|状态|类型|名称|来源|主题|信件|操作|查询码?|发布(?:时间|日期)|更新(?:时间|日期)|(?:提交|处理|办理|来信|回复)(?:时间|日期|状态)|当前位置.*|您.*位置.*)$|^[\d\s.\-/>:：|·•]*$|\d{4}[-年]/;

interface Name {
  name: string;
  nameFrom: DatedList['nameFrom'];
  href: string | null;
}

/**
 * The name of a box of rows: the nearest short line before them inside the smallest box around both, and where its
 * 更多 (or the name itself) leads. Tabs that stand together above as many lists name them in turn.
 */
export function nameOf(text: PageText, group: Group, groups: readonly Group[]): Name {
  const named = nameBefore(text, group.parent, group.rows[0]!.start);
  if (!named) return { name: '', nameFrom: 'none', href: null };
  const { box, lines } = named;
  const together = groups.filter((g) => within(g.parent, box));
  const tabs = lines.slice(-together.length);
  const index = together.indexOf(group);
  const isTabs = together.length > 1 && tabs.length === together.length && new Set(tabs).size === tabs.length;
  const name = isTabs && first(together) > lastLineEnd(text, box, lines) ? tabs[index]! : named.name;
  return { name, nameFrom: 'heading', href: moreLink(text, box, group, name) };
}

function first(groups: readonly Group[]): number {
  return groups[0]!.rows[0]!.start;
}

function lastLineEnd(text: PageText, box: Box, lines: readonly string[]): number {
  const last = lines.at(-1)!;
  return text.all.indexOf(last, box.start) + last.length;
}

function within(box: Box, outer: Box): boolean {
  return box.start >= outer.start && box.end <= outer.end;
}

/** The nearest short line before an offset, in the smallest box around it that has one, with all such lines of that box. */
export function nameBefore(
  text: PageText,
  from: Box,
  offset: number,
): { name: string; box: Box; lines: string[] } | null {
  for (let box: Box | null = from; box; box = box.parent) {
    if (offset - box.start > 500) return null;
    const lines = text.all
      .slice(box.start, offset)
      .split('\n')
      .map((l) => l.replace(/\s+/g, ' ').replace(MORE, '').trim())
      .filter((l) => l.length >= 2 && l.length <= 20 && !NOT_A_NAME.test(l));
    const name = lines.at(-1);
    if (name) return { name, box, lines };
  }
  return null;
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
