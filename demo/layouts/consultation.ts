import { escapeHtml, htmlReply, paragraphs, table } from '../html';
import type { Article, Identity, Routes } from '../site';
import { framed } from './frame';
import { chineseDay } from './policy';

/** A public consultation on a draft, and the feedback published after it, if any. */
export interface Consultation {
  serial: number;
  /** Name of the draft with its marks: 《…（征求意见稿）》. */
  draft: string;
  /** First and last day for answers, `YYYY-MM-DD`. */
  opens: string;
  closes: string;
  about: string;
  feedback?: { published: string; received: number; rows: readonly (readonly string[])[] };
}

const consultationPath = (one: Consultation) => `/hdjl/yjzj/zj_${one.serial}.html`;
const feedbackPath = (one: Consultation) => `/hdjl/jgfk/fk_${one.serial}.html`;

export function consultationTitle(one: Consultation): string {
  return `关于公开征求${one.draft}意见的公告`;
}

/** The consultation as a row of 意见征集. */
export function consultationArticle(one: Consultation): Article {
  return { at: `${one.opens} 09:00`, title: consultationTitle(one), path: consultationPath(one) };
}

/** The feedback as a row of 结果反馈; nothing while there is none. */
export function feedbackArticles(one: Consultation): Article[] {
  if (!one.feedback) return [];
  return [{ at: `${one.feedback.published} 09:00`, title: feedbackTitle(one), path: feedbackPath(one) }];
}

export function consultationRoutes(site: Identity, consultations: readonly Consultation[]): Routes {
  return Object.fromEntries(
    consultations.flatMap((one) => [
      [consultationPath(one), () => htmlReply(consultationPage(site, one))],
      ...(one.feedback ? [[feedbackPath(one), () => htmlReply(feedbackPage(site, one))]] : []),
    ]),
  );
}

function feedbackTitle(one: Consultation): string {
  return `${one.draft}公开征求意见采纳情况反馈`;
}

function page(
  site: Identity,
  column: readonly [string, string],
  title: string,
  day: string,
  content: string,
): string {
  return framed(site, {
    title: `${title}_${site.name}`,
    crumbs: [column],
    metas: { ColumnName: column[0], ArticleTitle: title, PubDate: day, ContentSource: site.owner },
    main: `<div class="panel">
<h1 class="title">${escapeHtml(title)}</h1>
<div class="info"><span>发布时间：${day} 09:00</span><span>来源：${site.owner}</span></div>
<div class="content">
${content}
</div></div>`,
  });
}

function consultationPage(site: Identity, one: Consultation): string {
  const link = one.feedback
    ? `<div class="related"><b>结果反馈：</b><a href="${feedbackPath(one)}">${escapeHtml(feedbackTitle(one))}</a></div>`
    : '';
  const text = paragraphs(
    one.about,
    `征求意见时间：${chineseDay(one.opens)}至${chineseDay(one.closes)}。`,
    `有关单位和个人可以在征求意见期间，通过信函寄至${site.owner}，或者通过本网站“意见征集”栏目提出意见。来信请注明联系方式，以便进一步沟通。`,
    `附件：${one.draft}`,
  );
  const sign = `<p class="sign">${site.owner}</p>\n<p class="sign">${chineseDay(one.opens)}</p>`;
  return page(
    site,
    ['意见征集', '/hdjl/yjzj/'],
    consultationTitle(one),
    one.opens,
    `${text}\n${sign}\n${link}`,
  );
}

function feedbackPage(site: Identity, one: Consultation): string {
  const { published, received, rows } = one.feedback!;
  const text = paragraphs(
    `${chineseDay(one.opens)}至${chineseDay(one.closes)}，${site.owner}就${one.draft}向社会公开征求意见，共收到意见建议${received}条。现将采纳情况反馈如下。`,
  );
  const grid = table(
    ['序号', '意见建议', '是否采纳', '采纳理由'],
    rows.map((cells, index) => [index + 1, ...cells]),
  );
  return page(site, ['结果反馈', '/hdjl/jgfk/'], feedbackTitle(one), published, `${text}\n${grid}`);
}
