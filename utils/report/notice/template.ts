import { type Sentence, say } from '../../words';

/**
 * The notice's template is a text file that an office can replace. A line may begin with a mark (标题： 主送： 落款： 日期：);
 * 一、 and （一） begin headings; everything else is a paragraph. {…} names a value; a line that is only {总体情况}, {上次整改情况},
 * {主要问题} or {附件说明} becomes what the campaign says.
 */
export const NOTICE_TEMPLATE = `标题：{地区}{检查名称}政府网站与政务新媒体检查情况通报
主送：各县（区）人民政府，市政府各部门、各直属机构：
根据政府网站与政务新媒体检查指标和监管工作要求，{检查单位}组织开展了{检查名称}政府网站与政务新媒体检查（监测时间点：{监测时间点}）。现将有关情况通报如下：
一、总体情况
{总体情况}
{上次整改情况}
二、主要问题
{主要问题}
三、下一步工作要求
（一）立即整改。有关单位要对照问题清单逐项整改，于{整改期限}前将整改情况报{检查单位}。逾期未报的，视为未整改。
（二）举一反三。各单位要对本单位网站栏目和政务新媒体账号开展自查，及时更新内容，规范公开征求意见结果反馈，严格落实信息发布审核制度。
（三）压实责任。各单位要明确专人负责日常维护，对不再使用的账号按程序注销并公告。
{附件说明}
落款：{检查单位}
日期：{日期}
`;

export type LineRole =
  | 'title'
  | 'addressee'
  | 'heading'
  | 'subheading'
  | 'paragraph'
  | 'annex'
  | 'signature'
  | 'date'
  | 'expand';

const MARKS: readonly [string, LineRole][] = [
  ['标题：', 'title'],
  ['主送：', 'addressee'],
  ['落款：', 'signature'],
  ['日期：', 'date'],
];

/** The lines of a template with their roles; empty lines fall away. */
export function templateLines(template: string): { role: LineRole; text: string }[] {
  return template
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const mark = MARKS.find(([words]) => line.startsWith(words));
      if (mark) return { role: mark[1], text: line.slice(mark[0].length) };
      if (/^\{[^{}]+\}$/.test(line)) return { role: 'expand', text: line.slice(1, -1) };
      return { role: roleOfLine(line), text: line };
    });
}

function roleOfLine(line: string): LineRole {
  if (/^[一二三四五六七八九十]+、/.test(line)) return 'heading';
  // A sentence after （一） makes it a paragraph with a lead; only a bare title is a heading.
  return /^（[一二三四五六七八九十]+）[^。]*$/.test(line) ? 'subheading' : 'paragraph';
}

/** Why a text is no template for its document, or null when it is one: without that line the problems would be missing. */
export function templateObjection(text: string, needed: '主要问题' | '问题'): Sentence | null {
  if (text.includes('\0')) return say('notice.notTemplate');
  const there = templateLines(text).some(({ role, text }) => role === 'expand' && text === needed);
  return there ? null : say('notice.lacksLine', `{${needed}}`);
}

/** Puts values into {…}; a name that is unknown stays, so that it is seen before the notice goes out. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}
