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

const EXPLAINS = /解读|图解|一图|读懂|问答|答记者问|说明/;
/** 相关政策及解读: a column that holds documents as well. */
const MIXED_COLUMN = /(?:政策|文件|法规)(?:及|和|与|、).*解读/;

/** The page explains a document. In a column of documents and interpretations its own title has to say so. */
export function isInterpretationPage({
  kind,
  headline,
  title,
  breadcrumb,
}: Pick<PageSnapshot, 'kind' | 'headline' | 'title' | 'breadcrumb'>): boolean {
  if (kind !== 'interpretation') return false;
  return !MIXED_COLUMN.test(breadcrumb.at(-1) ?? '') || EXPLAINS.test(`${headline ?? ''} ${title}`);
}

const NORMATIVE = /(?:办法|规定|细则|规则|规范性文件)/;

/** 行政规范性文件: its number says so (〔2024〕 after 规 or 规字), or its name does. Its validity has to be shown. */
export function isNormative(header: PolicyHeader, title: string): boolean {
  return /规字?\s*[〔[（(]/.test(header.number?.value ?? '') || NORMATIVE.test(title);
}

/** A district, county or street within a city: the part of an office's name that a higher office's has not. */
const LOCAL = /(?:市|州|盟|地区)([\u4e00-\u9fa5]{1,6}?(?:区|县|旗|街道|镇|乡))/;
const HIGHER = /^(?:中共中央|国务院|中央|国家|[\u4e00-\u9fa5]{2,3}省|[\u4e00-\u9fa5]{2,6}自治区)/;
const OFFICE_FIRST =
  /^[\u4e00-\u9fa5\s、]{3,80}?(?:政府|办公厅|办公室|委员会|[厅局委部署])[\u4e00-\u9fa5\s、]*(?:关于|印发)/;

/** Another, higher office's document that this one put up again: its own times do not apply to it. */
export function isReprint(header: PolicyHeader, title: string): boolean {
  if (/^[（(【[]?转[载发]/.test(title)) return true;
  const issuer = header.issuer?.value ?? '';
  if (issuer === '' || !OFFICE_FIRST.test(title)) return false;
  const local = LOCAL.exec(issuer)?.[1];
  if (local) return !title.includes(local) && !title.includes(local.slice(0, -1));
  const higher = HIGHER.exec(title)?.[0];
  return higher !== undefined && !issuer.startsWith(higher) && LOCAL.test(`市${issuer}`);
}

/** The day under the signature: the last line of the text that is a day in words (2024年3月28日) and nothing else. */
export function signedDay(snapshot: Pick<PageSnapshot, 'blocks'>): CivilDate | null {
  for (const { main, role, text } of snapshot.blocks.toReversed()) {
    const line = text.trim();
    if (!main || role === 'cell' || line.length > 14 || !/^\S{4}\s?年/.test(line)) continue;
    const [only] = findDates(line);
    if (only?.date && only.start === 0 && only.end >= line.length - 1) return only.date;
  }
  return null;
}
