import { platformNames, platformOf, platformOfUrl } from '../../accounts/platform';
import { findDates } from '../../dates/grammar';
import type { ColumnKind } from '../../page/snapshot';
import { type Sentence, say } from '../../words';
import { type ItemKind, type ItemStatus, itemKey, type RosterFields } from '../roster/item';
import type { Field, Mapping } from './mapping';
import type { Table } from './table';

/** Something in a row that cannot be taken over; `row` as the spreadsheet numbers it, from 1. */
export interface RowError {
  row: number;
  reason: Sentence;
}

/** What a table says: either every row is an item, or there are errors and nothing is taken over. */
export interface Reading {
  items: RosterFields[];
  errors: RowError[];
}

const KINDS: readonly [RegExp, ItemKind][] = [
  [/账号|帐号|新媒体|公众号/, 'account'],
  [/栏目/, 'column'],
  [/网站|门户/, 'site'],
];

const COLUMN_KINDS: readonly [RegExp, ColumnKind][] = [
  [/动态|要闻|新闻/, 'news'],
  [/公告|公示|通知/, 'notice'],
  [/解读/, 'interpretation'],
  [/政策|文件|法规/, 'policy'],
  [/结果反馈|征集反馈/, 'feedback'],
  [/征集|征求/, 'consultation'],
  [/信箱|留言|咨询/, 'mailbox'],
  [/年报|年度报告/, 'annualReport'],
  [/统计|数据/, 'statistics'],
  [/人事|任免/, 'personnel'],
  [/规划|计划/, 'plan'],
  [/预决算|预算|决算|财政/, 'budget'],
  [/采购|招标/, 'procurement'],
  [/办事|服务/, 'service'],
];

/**
 * Turns a mapped table into roster items. All or nothing is the caller's rule: with one error the reading is shown and
 * not stored. Rows without any text are left out; the same item twice is an error, since one of the rows is wrong.
 */
export function readRows(table: Table, mapping: Mapping): Reading {
  const items: RosterFields[] = [];
  const errors: RowError[] = [];
  const rowOf = new Map<string, number>();
  for (let index = mapping.header + 1; index < table.length; index++) {
    const cells = table[index]!;
    const row = index + 1;
    if (cells.every((cell) => cell === '') || isTotal(cells)) continue;
    const cell = (field: Field) => {
      const column = mapping.columns[field];
      return column === undefined ? '' : (cells[column] ?? '');
    };
    const { item, problems } = readRow(cell, items.length + 1);
    const key = itemKey(item);
    const before = rowOf.get(key);
    if (before !== undefined && problems.length === 0) problems.push(say('roster.errors.twice', before));
    rowOf.set(key, row);
    errors.push(...problems.map((reason) => ({ row, reason })));
    items.push(item);
  }
  if (items.length === 0) errors.push({ row: mapping.header + 1, reason: say('roster.errors.noRows') });
  return { items, errors };
}

function readRow(
  cell: (field: Field) => string,
  order: number,
): { item: RosterFields; problems: Sentence[] } {
  const problems: Sentence[] = [];
  const url = addressOf(cell('url'), problems);
  const platform = platformCell(cell('platform'), problems) ?? platformOfUrl(url) ?? '';
  const named = cell('platform') !== '' && !isWebsite(cell('platform'));
  const kind = kindOf(cell, platform !== '' || named);
  const column = cell('column');
  const name = kind === 'column' ? column || cell('name') : cell('name');
  if (!name) problems.push(say('roster.errors.noName'));
  if (!cell('unit')) problems.push(say('roster.errors.noUnit'));
  if (kind !== 'account' && !url && !cell('url')) problems.push(say('roster.errors.noUrl'));
  if (kind === 'account' && !platform && !named) problems.push(say('roster.errors.noPlatform'));
  const until = dayOf(cell('until'), problems);
  const item: RosterFields = {
    kind,
    unit: cell('unit'),
    name,
    url,
    platform: kind === 'account' ? platform : '',
    code: cell('code').replace(/^'/, ''),
    site: kind === 'column' && column ? cell('name') : '',
    columnKind: kind === 'column' ? columnKindOf(cell('columnKind') || name) : '',
    owner: cell('owner'),
    status: statusOf(cell('status'), until !== null),
    until,
    hosts: hostsOf(cell('hosts')),
    note: cell('note'),
    order,
  };
  return { item, problems };
}

function kindOf(cell: (field: Field) => string, onPlatform: boolean): ItemKind {
  const said = KINDS.find(([words]) => words.test(cell('kind')))?.[1];
  if (said) return said;
  if (onPlatform) return 'account';
  return cell('column') ? 'column' : 'site';
}

/** A ledger may leave `http://` out; text in brackets or a dash for "none" is no address. */
function addressOf(cell: string, problems: Sentence[]): string {
  const text = cell.replace(/^[-—/无]+$/u, '').trim();
  if (text === '') return '';
  const address = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !/[.]/.test(url.hostname) || /\s/.test(text)) {
    problems.push(say('roster.errors.badUrl', cell));
    return '';
  }
  return url.href;
}

function platformCell(cell: string, problems: Sentence[]): ReturnType<typeof platformOf> {
  if (cell === '' || isWebsite(cell)) return null;
  const platform = platformOf(cell);
  if (!platform) {
    problems.push(
      say(
        'roster.errors.badPlatform',
        cell,
        Object.values(platformNames)
          .map(([name]) => name)
          .join('、'),
      ),
    );
  }
  return platform;
}

/** Ledgers of sites and accounts together write 网站 in the column of platforms. */
function isWebsite(cell: string): boolean {
  return /网站|门户/.test(cell);
}

function statusOf(cell: string, limited: boolean): ItemStatus {
  if (/注销|关停|关闭|停用|停更/.test(cell)) return 'closed';
  return limited || /豁免|免检|暂不/.test(cell) ? 'exempt' : 'normal';
}

function dayOf(cell: string, problems: Sentence[]): string | null {
  if (cell === '') return null;
  const day = findDates(cell)[0]?.date ?? null;
  if (!day) problems.push(say('roster.errors.badDate', cell));
  return day;
}

function columnKindOf(name: string): ColumnKind {
  return COLUMN_KINDS.find(([words]) => words.test(name))?.[1] ?? 'other';
}

function hostsOf(cell: string): string[] {
  const parts = cell.split(/[\s,，;；、]+/u).filter(Boolean);
  const hosts = parts.map((part) => (URL.canParse(part) ? new URL(part).hostname : part.toLowerCase()));
  return [...new Set(hosts)];
}

/** 合计 and 总计 at the foot of a ledger. */
function isTotal(cells: readonly string[]): boolean {
  return /^(合计|总计|小计)/.test(cells.find((cell) => cell !== '') ?? '');
}
