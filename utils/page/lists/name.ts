import { dateInUrl } from '../../dates/url';
import type { DatedList } from '../snapshot';
import type { Box, PageText } from '../text';
import { linksWithin, runAt, textOf } from '../text';
import type { Group } from './groups';

const MORE = /\s*(?:(?:查看|了解)?更多|more|>{1,3}|»|\+|＋|…)+\s*$/i;
/** Heads of tables and steps of pagers. */
const NOT_NAMES = new Set(
  '首页 上一页 下一页 返回 标题 序号 时间 日期 状态 类型 名称 来源 主题 信件 操作 查询 查询码 发布时间 发布日期 更新时间 更新日期'.split(
    ' ',
  ),
);
const NOT_LIKE_NAMES =
  /^(?:提交|处理|办理|来信|回复)(?:时间|日期|状态)$|^您.*位置|^[\d\s.\-/>:：|·•]*$|\d{4}[-年]|^[\d,]+\s?条|[，。！？《》]|.：./;
/** Where the systems keep articles; a line that leads there is the title of one. */
const ARTICLE_HREF = /\/(?:art_|content_|post_)|\/info\/\d+\/\d+|\d{6,}\.s?html?$/i;
const ACTIVE =
  /(?:^|[\s_-])(?:on|act|active|cur|current|sel|selected|hover|now|this|focus|checked)(?:$|[\s_\d-])|(?:active|current|selected|hover)$/i;

interface Name {
  name: string;
  nameFrom: DatedList['nameFrom'];
  href: string | null;
}

/** A short line that may name the rows after it. */
interface Line {
  name: string;
  /** Offset into the page text. */
  start: number;
}

/**
 * The name of a box of rows: the nearest short line before them inside the smallest box around both, and where its
 * 更多 (or the name itself) leads. Tabs that stand together above as many lists name them in turn.
 */
export function nameOf(text: PageText, group: Group, groups: readonly Group[]): Name {
  const named = nameBefore(text, group.parent, group.start);
  if (!named) return { name: '', nameFrom: 'none', href: null };
  const { box, lines } = named;
  const together = groups.filter((g) => within(g.parent, box));
  const tabs = lines.slice(-together.length);
  const isTabs =
    together.length > 1 &&
    tabs.length === together.length &&
    new Set(tabs.map((tab) => tab.name)).size === tabs.length &&
    together[0]!.rows[0]!.start > tabs.at(-1)!.start;
  const name = isTabs ? tabs[together.indexOf(group)]!.name : (shownTab(text, box, lines) ?? named.name);
  return { name, nameFrom: 'heading', href: moreLink(text, box, group, name) };
}

function within(box: Box, outer: Box): boolean {
  return box.start >= outer.start && box.end <= outer.end;
}

/** The nearest short line before an offset, in the smallest box around it that has one, with all such lines of that box. */
export function nameBefore(
  text: PageText,
  from: Box,
  offset: number,
): { name: string; box: Box; lines: Line[] } | null {
  for (let box: Box | null = from; box; box = box.parent) {
    if (offset - box.start > 500) return null;
    const lines = linesOf(text, box.start, offset).filter((line) => isName(text, line));
    const last = lines.at(-1);
    if (last) return { name: last.name, box, lines };
  }
  return null;
}

function linesOf(text: PageText, start: number, end: number): Line[] {
  let at = start;
  return text.all
    .slice(start, end)
    .split('\n')
    .flatMap((words) => {
      const from = at;
      at += words.length + 1;
      return partsOf(text, from, from + words.length);
    });
}

/** One line, or the links that stand side by side in it and nothing else (tabs). */
function partsOf(text: PageText, start: number, end: number): Line[] {
  const words = text.all.slice(start, end);
  const links = linksWithin(text, start, end);
  const linked = links.map((link) => textOf(text, link.box));
  const isRow = links.length > 1 && linked.join('').replace(/\s/g, '') === words.replace(/\s/g, '');
  const parts = isRow
    ? links.map((link, i) => ({ words: linked[i]!, start: link.box.start }))
    : [{ words, start }];
  return parts.map((part) => ({
    name: withoutMore(part.words.replace(/\s+/g, ' ')).trim(),
    start: part.start,
  }));
}

/** Words without the 更多 or » behind them. */
export function withoutMore(words: string): string {
  return words.replace(MORE, '');
}

function isName(text: PageText, { name, start }: Line): boolean {
  if (name.length < 2 || name.length > 20 || NOT_NAMES.has(name)) return false;
  if (name.startsWith('当前位置') || NOT_LIKE_NAMES.test(name)) return false;
  const link = runAt(text, start)?.box.link ?? -1;
  const href = link < 0 ? '' : text.links[link]!.element.href;
  return !ARTICLE_HREF.test(href) && dateInUrl(href) === null;
}

/**
 * The name of the one list that is shown under several tabs: the tab that is marked as the current one, else the first; null
 * when the last line is no tab among others.
 */
function shownTab(text: PageText, box: Box, lines: readonly Line[]): string | null {
  if (lines.length < 2) return null;
  for (let tab = runAt(text, lines.at(-1)!.start)?.box; tab?.parent && tab !== box; tab = tab.parent) {
    const { tag } = tab;
    const tabs = tab.parent.children.filter((b) => b.tag === tag && b.end > b.start);
    if (tabs.length < 2) continue;
    const names = tabs.map(({ start }) => lines.find((line) => line.start === start)?.name);
    return names.includes(undefined) ? null : names[Math.max(0, tabs.findIndex(isMarked))]!;
  }
  return null;
}

function isMarked(box: Box): boolean {
  return (
    ACTIVE.test(box.element.className) || box.children.some((child) => ACTIVE.test(child.element.className))
  );
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
