import type { HeaderField } from './snapshot';
import type { PageText } from './text';
import { placeOf } from './text';

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
