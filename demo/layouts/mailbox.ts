import { escapeHtml, htmlReply, paragraphs } from '../html';
import type { Identity, Routes } from '../site';
import { framed } from './frame';

/** A letter to the mailbox; without an answer it is still waiting. */
export interface Letter {
  serial: number;
  title: string;
  /** `YYYY-MM-DD HH:MM`. */
  sent: string;
  text: string;
  answer?: { at: string; by: string; text: string };
}

const listPath = '/hdjl/xx/';
const letterPath = (letter: Letter) => `${listPath}xj_${letter.serial}.html`;

/** The mailbox: a table of letters with their state, and one page for each letter. */
export function mailboxRoutes(site: Identity, name: string, letters: readonly Letter[]): Routes {
  return {
    [listPath]: () => htmlReply(mailboxList(site, name, letters)),
    ...Object.fromEntries(
      letters.map((letter) => [letterPath(letter), () => htmlReply(letterPage(site, name, letter))]),
    ),
  };
}

function mailboxList(site: Identity, name: string, letters: readonly Letter[]): string {
  const rows = [...letters]
    .sort((a, b) => b.sent.localeCompare(a.sent))
    .map(
      (letter) =>
        `<tr><td>${letter.serial}</td><td><a href="${letterPath(letter)}">${escapeHtml(letter.title)}</a></td><td>${letter.sent.slice(0, 10)}</td><td>${letter.answer ? '已办结' : '办理中'}</td><td>${letter.answer?.at.slice(0, 10) ?? ''}</td></tr>`,
    );
  return framed(site, {
    title: `${name}_${site.name}`,
    crumbs: [[name, listPath]],
    metas: { ColumnName: name, ColumnType: '咨询投诉' },
    main: `<div class="panel"><div class="boxhead"><h2>${name}</h2><a href="${listPath}">我要写信</a></div>
<table class="grid">
<tr><th>信件编号</th><th>信件标题</th><th>来信时间</th><th>办理状态</th><th>答复时间</th></tr>
${rows.join('\n')}
</table>
<div class="pager">共 ${letters.length} 条　第 1/1 页</div></div>`,
  });
}

function letterPage(site: Identity, name: string, letter: Letter): string {
  const answer = letter.answer
    ? `<div class="related"><p><b>答复单位：</b>${letter.answer.by}　<b>答复时间：</b>${letter.answer.at}</p>${paragraphs(letter.answer.text)}</div>`
    : '<div class="related"><p><b>答复内容：</b>暂未答复</p></div>';
  return framed(site, {
    title: `${letter.title}_${name}_${site.name}`,
    crumbs: [[name, listPath]],
    metas: {
      ColumnName: name,
      ArticleTitle: letter.title,
      PubDate: letter.answer?.at ?? letter.sent,
      ContentSource: letter.answer?.by ?? site.owner,
    },
    main: `<div class="panel">
<h1 class="title">${escapeHtml(letter.title)}</h1>
<div class="info"><span>信件编号：${letter.serial}</span><span>来信时间：${letter.sent}</span><span>办理状态：${letter.answer ? '已办结' : '办理中'}</span></div>
<div class="content"><p><b>来信内容：</b></p>${paragraphs(letter.text)}</div>
${answer}</div>`,
  });
}
