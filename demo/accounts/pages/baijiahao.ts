import { escapeHtml } from '../../html';
import { baijiahaoId } from '../ids';
import { type DemoAccount, type DemoPost, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell } from './shell';

/** 百家号: the page is delivered with its posts in a script and draws them as cards. */
export const baijiahaoProfile: ProfilePage = (account, { foot } = {}) => {
  const list = account.posts.map((post) => ({
    itemType: 'article',
    itemData: {
      article_id: baijiahaoId(idTimeOf(post)),
      title: post.text,
      dynamic_ctime: String(Date.parse(`${post.at.replace(' ', 'T')}:00+08:00`) / 1000),
    },
  }));
  const script = `window.runtime={"user":{"nickname":"${account.name}"}};window.dynamicData=${JSON.stringify({ list, hasMore: true })}`;
  return shell({
    title: `${account.name}的个人主页`,
    brand: '百度',
    body: `<main><h1>${escapeHtml(account.name)}</h1><p>${escapeHtml(account.mark)}</p>
<div class="s-cards">${account.posts
      .map(
        (post) =>
          `<div class="s-card row"><a href="//baijiahao.baidu.com/s?id=${baijiahaoId(idTimeOf(post))}">${escapeHtml(post.text)}</a><span class="s-time">${escapeHtml(post.label ?? post.at.slice(0, 10))}</span></div>`,
      )
      .join('\n')}</div>${footLine(foot)}</main><script>${script}</script>`,
  });
};

export function baijiahaoArticle(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: post.text,
    brand: '百度',
    body: `<main><h1>${escapeHtml(post.text)}</h1><div><a href="https://author.baidu.com/home?from=bjh_article&amp;app_id=${account.id}"><span data-testid="author-name">${escapeHtml(account.name)}</span></a><span data-testid="updatetime">${escapeHtml(post.label ?? post.at)}</span><span data-testid="address">云河</span></div></main>`,
  });
}
