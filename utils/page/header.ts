import { metaContent } from './metas';
import type { HeaderField, Meta } from './snapshot';
import type { Box, PageText } from './text';
import { placeOf, runAt } from './text';

const POSITION =
  /(?:当前|您|你|所在|现在)的?(?:所在|当前|现在)?的?位置(?:是|在)?\s?[:：]?|^\s*(?:网站)?首页\s*[>＞»›→]/m;
const CRUMB_SEPARATOR = /\s*(?:>>|＞＞|[>＞»›→·|\n]|&gt;|->| - | \/ |--)\s*/;

/** The path shown above the text (首页 > 政务公开 > 通知公告), without the words 当前位置. */
export function readBreadcrumb(text: PageText): string[] {
  const found = POSITION.exec(text.all.slice(0, 20_000));
  if (!found) return [];
  let box: Box | null = runAt(text, found.index + found[0].length - 1)?.box ?? null;
  while (
    box?.parent &&
    box.end - found.index < 8 + found[0].length &&
    box.parent.end - box.parent.start < 300
  )
    box = box.parent;
  if (!box) return [];
  const from = found[0].includes('位置') ? found.index + found[0].length : found.index;
  const path = text.all.slice(from, Math.min(box.end, from + 200));
  return path
    .split(CRUMB_SEPARATOR)
    .map((part) => part.replace(/^[\s:：]+|\s+$/g, ''))
    .filter((part) => part !== '');
}

/** Title without the site's name behind it. */
function titleHead(title: string): string {
  return title.split(/\s*(?:[_|｜]|--?|—+| - )\s*/)[0]!.trim();
}

const squeeze = (s: string) => s.replace(/[\s\u3000]+/g, '');

/** The page's headline with its box: an h1, or the first block that says what ArticleTitle or the title says. */
export function readHeadline(
  text: PageText,
  metas: readonly Meta[],
  title: string,
): { text: string; start: number; end: number } | null {
  const wanted = [metaContent(metas, 'ArticleTitle'), title, titleHead(title)]
    .map((t) => squeeze(t ?? ''))
    .filter((t) => t.length >= 4);
  let heading: { text: string; start: number; end: number } | null = null;
  for (const block of text.blocks) {
    if (block.role === 'footer' || block.text.length > 200) continue;
    const start = text.starts[block.id]!;
    const here = { text: block.text.replace(/\s+/g, ' ').trim(), start, end: start + block.text.length };
    const plain = squeeze(block.text);
    if (
      plain.length >= 4 &&
      block.role !== 'nav' &&
      wanted.some((w) => w === plain || (plain.length >= 8 && (w.startsWith(plain) || plain.startsWith(w))))
    )
      return here;
    if (!heading && block.role === 'heading' && block.level === 1 && plain.length >= 6) heading = here;
  }
  return heading;
}

const FIELD_WORDS =
  '索引号 索取号 信息索引号 信息索引 主题分类 分类 信息分类 体裁分类 组配分类 发文机关 发文单位 发布机构 发布单位 发布机关 制发机关 制定机关 责任部门 信息来源 来源 名称 信息名称 标题 文号 发文字号 发文文号 文件编号 统一编号 登记号 成文日期 成文时间 生成日期 发文日期 发文时间 发布日期 发布时间 公开日期 公开时间 公布日期 印发日期 实施日期 施行日期 生效日期 失效日期 废止日期 有效性 有效期 时效 时效性 效力状态 文件状态 主题词 关键词 公开方式 公开形式 公开范围 公开时限 公开程序 截止日期 截止时间';
const FIELD = new RegExp(
  `(?<=^|[\\n\\s|；;【\\[])【?(${FIELD_WORDS.split(' ')
    .sort((a, b) => b.length - a.length)
    .map((w) => w.split('').join('[ \\u00a0\\u3000]{0,4}'))
    .join('|')})】?\\s{0,4}(?:[:：][^\\S\\n]*|(?=\\n))`,
  'g',
);

/** `label: value` pairs of header tables and title blocks, values in the same line or in the next cell. */
export function readFields(text: PageText): HeaderField[] {
  const fields: HeaderField[] = [];
  const found = [...text.all.matchAll(FIELD)];
  for (const [i, m] of found.entries()) {
    if (fields.length >= 60) break;
    let start = m.index + m[0].length;
    if (text.all[start] === '\n') start++;
    const lineEnd = text.all.indexOf('\n', start);
    const next = found[i + 1]?.index ?? Number.POSITIVE_INFINITY;
    const end = Math.min(lineEnd < 0 ? text.all.length : lineEnd, next, start + 300);
    const value = text.all.slice(start, Math.max(start, end)).trim();
    fields.push({
      label: m[1]!.replace(/\s/g, ''),
      value,
      place: value ? placeOf(text, start, start + value.length) : null,
    });
  }
  return fields;
}

/** The box that holds both offsets most tightly. */
export function commonBox(text: PageText, a: number, b: number): Box | null {
  let box: Box | null = runAt(text, a)?.box ?? null;
  while (box && !(box.start <= a && b <= box.end)) box = box.parent;
  return box;
}
