import { escapeHtml, htmlReply, paragraphs } from '../html';
import type { Article, Identity, Routes } from '../site';
import { framed } from './frame';

/** A policy text and its interpretation, which link to each other. */
export interface Policy {
  /** Serial number within the site: part of both addresses. */
  serial: number;
  title: string;
  /** 文号. */
  number: string;
  index: string;
  /** 成文日期 and 发布日期, `YYYY-MM-DD`. */
  written: string;
  published: string;
  topic: string;
  text: readonly string[];
  interpretation: { title: string; published: string; text: readonly string[] };
}

const policyPath = (policy: Policy) => `/zwgk/zcwj/zc_${policy.serial}.html`;
const interpretationPath = (policy: Policy) => `/zwgk/zcjd/jd_${policy.serial}.html`;

/** The policy as a row of 政策文件. */
export function policyArticle(policy: Policy): Article {
  return { at: `${policy.published} 09:00`, title: policy.title, path: policyPath(policy) };
}

/** Its interpretation as a row of 政策解读. */
export function interpretationArticle(policy: Policy): Article {
  const { title, published } = policy.interpretation;
  return { at: `${published} 09:00`, title, path: interpretationPath(policy) };
}

export function policyRoutes(site: Identity, policies: readonly Policy[]): Routes {
  return Object.fromEntries(
    policies.flatMap((policy) => [
      [policyPath(policy), () => htmlReply(policyPage(site, policy))],
      [interpretationPath(policy), () => htmlReply(interpretationPage(site, policy))],
    ]),
  );
}

function policyPage(site: Identity, policy: Policy): string {
  const fields: [string, string][] = [
    ['索 引 号', policy.index],
    ['主题分类', policy.topic],
    ['发文机关', site.owner],
    ['成文日期', chineseDay(policy.written)],
    ['标　　题', policy.title],
    ['文　　号', policy.number],
    ['发布日期', chineseDay(policy.published)],
    ['有 效 性', '有效'],
  ];
  const cell = ([label, value]: [string, string]) => `<td><b>${label}：</b>${escapeHtml(value)}</td>`;
  const rows = [0, 2, 4, 6].map(
    (index) =>
      `<tr>${fields
        .slice(index, index + 2)
        .map(cell)
        .join('')}</tr>`,
  );
  return framed(site, {
    title: `${policy.title}_${site.name}`,
    crumbs: [['政策文件', '/zwgk/zcwj/']],
    metas: {
      ColumnName: '政策文件',
      ArticleTitle: policy.title,
      PubDate: policy.published,
      ContentSource: site.owner,
    },
    main: `<div class="panel">
<table class="header-table">${rows.join('\n')}</table>
<h1 class="title">${escapeHtml(policy.title)}</h1>
<p class="info">${policy.number}</p>
<div class="content">
${paragraphs(...policy.text)}
<p class="sign">${site.owner}</p>
<p class="sign">${chineseDay(policy.written)}</p>
<p>（此件公开发布）</p>
</div>
<div class="related"><b>相关解读：</b><a href="${interpretationPath(policy)}">${escapeHtml(policy.interpretation.title)}</a></div>
</div>`,
  });
}

function interpretationPage(site: Identity, policy: Policy): string {
  const { title, published, text } = policy.interpretation;
  return framed(site, {
    title: `${title}_${site.name}`,
    crumbs: [['政策解读', '/zwgk/zcjd/']],
    metas: { ColumnName: '政策解读', ArticleTitle: title, PubDate: published, ContentSource: site.owner },
    main: `<div class="panel">
<h1 class="title">${escapeHtml(title)}</h1>
<div class="info"><span>发布时间：${published} 09:00</span><span>来源：${site.owner}</span></div>
<div class="content">
${paragraphs(...text)}
</div>
<div class="related"><b>相关文件：</b><a href="${policyPath(policy)}">${escapeHtml(policy.title)}</a></div>
</div>`,
  });
}

/** 2024年3月8日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
