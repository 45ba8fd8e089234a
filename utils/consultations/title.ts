import { toHalfWidth } from '../dates/normalize';
import type { DraftName } from './names';
import { draftNames, withoutNames } from './names';

/** A call asks the public; a result says what came of it. */
export type TitleRole = 'call' | 'result';

export interface ConsultationTitle {
  role: TitleRole;
  names: DraftName[];
  /** What is asked about when the title quotes no name: its words without the usual phrases. */
  subject: string;
  /** 第二次征求意见 = 2; 1 when nothing is said. */
  round: number;
}

/** 征集 of things that are not opinions. */
const THINGS =
  '案例|作品|供应商|服务商|承办|志愿者|标识|LOGO|论文|稿件|选题|展品|藏品|文物|单位|企业|项目库|专家|人才';
const CALL = new RegExp(
  `征[求集](?!.{0,24}(?:${THINGS})(?!.{0,30}(?:意见|建议)))[^。]{0,80}?(?:意见|建议|金点子|民意|问题线索)|(?:意见|民意|建议)征[求集]|听取[^。]{0,60}意见|求意见稿|(?:网上|在线|问卷|民意|满意度)调查|调查问卷|征集投票|(?:网上|网络|公众)投票`,
);
const RESULT =
  /结果(?:的)?(?:反馈|公布|公示|公告|公开|通报|说明|报告|情况)|(?:反馈|征集|征求|调查|投票|采纳|处理|公示)结果|(?:采纳|吸纳|反馈|征集|征求|收集|处理|办理)(?:意见)?(?:的)?(?:反馈|处理|采纳)?(?:的)?情况|意见(?:建议)?(?:的)?(?:有关|相关)?(?:情况|汇总|答复|回应)|采纳(?:的)?说明|意见的?反馈$/;
/** Words that no call uses. */
const SURE_RESULT =
  /意见(?:建议)?(?:的)?(?:吸收|吸纳|采纳)|采纳(?:意见|反馈)?(?:的)?情况|(?:意见|征[求集])[^。]{0,20}(?:情况|结果)的?(?:说明|公告|公示|通报|报告|反馈)|(?:未|没有)收到[^。]{0,12}(?:意见|建议|反馈)/;
/** Consultations between a buyer and its bidders are no public consultations. */
const PROCUREMENT = /采购(?:需求|文件|项目)|招标|中标|成交/;
/** About a draft, but neither a call nor a result. */
const COMPANION = /起草说明|编制说明|制定说明|修订说明|政策解读|的解读|解读:|一图读懂|听证/;
const DRAFT = /征求意见稿|求意见稿|草案/;
const ABOUT_OPINIONS = /意见|征[求集]|采纳|反馈|调查|投票/;
/** The title was cut before the word 意见: 关于征求2019年度广东省重点领域… */
const CUT_CALL = /征求(?=.{4,80}(?:…|\.{3})\s*$)/;
const PHRASES =
  /关于|公开|面向社会|向社会|社会各界|广泛|再次|第[一二三四2-4]次|征求|征集|听取|意见|建议|采纳|反馈|结果|情况|说明|公告|通知|启事|通告|公示|的函|函$|的|对|稿|有关|相关|未收到|网上|调查|问卷/g;

/**
 * What a title says about a consultation; null when it is about none.
 * A title with words of both is a result (关于《…（征求意见稿）》公开征求意见采纳情况的说明).
 *
 * @param consultationColumn the title stands in a column for consultations, where 《…（征求意见稿）》 alone is a call.
 */
export function readConsultationTitle(title: string, consultationColumn = false): ConsultationTitle | null {
  const role = roleOf(title, consultationColumn);
  if (!role) return null;
  return { role, names: draftNames(title), subject: subjectOf(title), round: roundOf(title) };
}

function roleOf(title: string, consultationColumn: boolean): TitleRole | null {
  const plain = toHalfWidth(withoutNames(title)).replace(/\s+/g, '');
  if (plain.length > 160 || PROCUREMENT.test(plain) || COMPANION.test(plain)) return null;
  if (SURE_RESULT.test(plain)) return 'result';
  const draft = DRAFT.test(title);
  const asks = CALL.test(plain) || CUT_CALL.test(title);
  if (RESULT.test(plain) && (asks || ((draft || consultationColumn) && ABOUT_OPINIONS.test(plain))))
    return 'result';
  if (draft && /情况(?:的)?(?:说明|公告|公示|通报|报告|反馈)$/.test(plain)) return 'result';
  if (asks) return 'call';
  return draft && (consultationColumn || /征求意见稿[)）】\]》]{0,3}$/.test(title.trim())) ? 'call' : null;
}

const ROUNDS: Readonly<Record<string, number>> = { 二: 2, 三: 3, 四: 4, 2: 2, 3: 3, 4: 4 };

function roundOf(title: string): number {
  const said = /第([二三四2-4])次/.exec(withoutNames(title)) ?? /[(（]第([二三四2-4])次/.exec(title);
  if (said) return ROUNDS[said[1]!]!;
  return /再次(?:公开)?征[求集]/.test(title) ? 2 : 1;
}

function subjectOf(title: string): string {
  return toHalfWidth(title)
    .replace(/[\s《》"'“”()（）【】[\]、,，。…:：.-]/g, '')
    .replace(PHRASES, '');
}
