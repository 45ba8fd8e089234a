import { findDates } from '../dates/grammar';
import type { CivilDate, HeaderField, PageSnapshot } from '../page/snapshot';

/** The header of a policy document as its page shows it. */
export interface PolicyHeader {
  /** Values by what they are; absent when the page has no such field. */
  index?: HeaderField;
  issuer?: HeaderField;
  number?: HeaderField;
  written?: HeaderField;
  published?: HeaderField;
  validity?: HeaderField;
}

const LABELS: readonly (readonly [keyof PolicyHeader, RegExp])[] = [
  ['index', /^(?:信息)?索[引取]号?$|^信息索引号?$|^统一编号$/],
  ['issuer', /^(?:发文|发布|制发|制定)(?:机关|机构|单位)$/],
  ['number', /^(?:发文)?文?(?:字号|号|文号|编号)$|^文件编号$/],
  ['written', /^成文(?:日期|时间)$|^生成日期$/],
  ['published', /^(?:发布|公开|公布|发文)(?:日期|时间)$/],
  ['validity', /^(?:有效性|时效性?|效力状态|文件状态|有效期)$/],
];

/** The fields of a policy header; empty when the page has none. */
export function policyHeader(snapshot: Pick<PageSnapshot, 'fields'>): PolicyHeader {
  const header: PolicyHeader = {};
  for (const field of snapshot.fields) {
    const key = LABELS.find(([, label]) => label.test(field.label))?.[0];
    if (key && !header[key]) header[key] = field;
  }
  return header;
}

/** The page shows a document with its header: a number, and two more fields. */
export function isPolicyPage(snapshot: PageSnapshot, header: PolicyHeader): boolean {
  if (snapshot.kind === 'interpretation' || snapshot.kind === 'column' || snapshot.kind === 'home')
    return false;
  return Object.keys(header).length >= 3 && Boolean(header.number || header.written || header.index);
}

/** The day in a field's value. */
export function dayOf(field: HeaderField | undefined): CivilDate | null {
  return field ? (findDates(field.value)[0]?.date ?? null) : null;
}

/** The document's title: the header's own field, else the fuller of headline and window title. */
export function documentTitle(snapshot: Pick<PageSnapshot, 'fields' | 'headline' | 'title'>): string {
  const field = snapshot.fields.find((f) => /^(?:信息)?(?:标题|名称)$/.test(f.label) && f.value.length >= 6);
  if (field) return field.value;
  const { headline, title } = snapshot;
  return headline && !title.startsWith(headline) ? headline : title || (headline ?? '');
}
