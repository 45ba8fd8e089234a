import type { Table } from './table';

/** What a column of a ledger may mean. `name`: of the site or account; `column`: of a site's column. */
export const FIELDS = [
  'kind',
  'unit',
  'platform',
  'name',
  'url',
  'code',
  'column',
  'columnKind',
  'owner',
  'status',
  'until',
  'hosts',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];

/** Which column of the table holds which field, and which row holds the headers (0 = the first). */
export interface Mapping {
  header: number;
  columns: Partial<Record<Field, number>>;
}

/** Headers as real ledgers have them, without blanks and brackets; the first that fits wins. */
const HEADERS: Record<Field, RegExp> = {
  kind: /^(对象类型|对象|类型|类别|检查对象类型)$/,
  unit: /^(责任单位|主办单位|主管单位|主管主办单位|主办部门|单位|单位名称|部门|运营单位|主体|设区市|地区)$/,
  platform: /^(平台|新媒体类型|所属平台|平台类型|平台名称|账号类型|媒体类型|新媒体平台|开设平台)$/,
  name: /^(网站或账号名称|网站名称|账号名称|帐号名称|新媒体名称|名称|政务新媒体名称|网站\/账号名称|账号|帐号|检查对象)$/,
  url: /^(网址|链接|首页网址|网站域名|域名|账号链接|页面链接|地址|主页链接|链接地址|网站地址|url|首页地址)$/i,
  code: /^(网站标识码|标识码|政府网站标识码|账号id|账号ID|帐号id|微信号|识别码)$/i,
  column: /^(栏目|栏目名称)$/,
  columnKind: /^(栏目类别|栏目类型)$/,
  owner: /^(负责人|联系人|管理员|责任人|联系人及电话|经办人)$/,
  status: /^(状态|运行状态|账号状态|运行情况|备注状态)$/,
  until: /^(豁免至|有效期|免检至|截止日期|豁免期限)$/,
  hosts: /^(镜像域名|镜像|其他域名|备用域名|镜像网址)$/,
  note: /^(备注|说明)$/,
};

/** Titles and notes stand above the headers in at most so many rows. */
const HEADER_ROWS = 10;

/** Which field a header means; null when it means none. */
export function fieldOf(header: string): Field | null {
  const plain = header.replace(/[\s*＊]/gu, '').replace(/[（(].*[)）]$/u, '');
  return FIELDS.find((field) => HEADERS[field].test(plain)) ?? null;
}

/**
 * Guesses the mapping: the header row is the one of the first ten that names the most fields, at least two. Null when
 * there is none; the reviewer then says which column is which.
 */
export function guessMapping(table: Table): Mapping | null {
  let best: Mapping | null = null;
  for (let row = 0; row < Math.min(HEADER_ROWS, table.length); row++) {
    const columns: Partial<Record<Field, number>> = {};
    table[row]!.forEach((cell, index) => {
      const field = fieldOf(cell);
      if (field && columns[field] === undefined) columns[field] = index;
    });
    if (size(columns) >= 2 && (!best || size(columns) > size(best.columns))) best = { header: row, columns };
  }
  return best;
}

function size(columns: Mapping['columns']): number {
  return Object.keys(columns).length;
}
