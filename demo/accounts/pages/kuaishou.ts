import { escapeHtml } from '../../html';
import { kuaishouImage, opaqueId } from '../ids';
import { type DemoAccount, type DemoPost, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

const LETTERS = '23456789abcdefghijkmnpqrstuvwxyz';

/** The number behind a profile's name, as it stands in the addresses of its pictures. */
export function kuaishouUserId(accountId: string): string {
  return opaqueId(accountId, 9, '123456789');
}

function photoId(userId: string, post: DemoPost): string {
  return `3x${opaqueId(`${userId}${post.at}`, 13, LETTERS)}`;
}

/** The name of a video in its address. */
export function kuaishouPhotoId(account: DemoAccount, post: DemoPost): string {
  return photoId(kuaishouUserId(account.id), post);
}

function tile(userId: string, post: DemoPost): string {
  const id = photoId(userId, post);
  return `<div class="video-card row"><a class="card-link" href="/short-video/${id}"><img class="poster-img" alt="" src="${kuaishouImage('upic', idTimeOf(post), userId)}"></a>
<div class="video-info">${post.pinned ? '<span class="pin-tag">置顶</span>' : ''}<p class="video-info-title">${escapeHtml(post.text)}</p></div></div>`;
}

/** 快手: the pictures' addresses hold owner and time. */
export const kuaishouProfile: ProfilePage = (account, { recommended = [], foot } = {}) => {
  const userId = kuaishouUserId(account.id);
  return shell({
    title: `${account.name}的个人主页-快手`,
    brand: '快手',
    body: `<main><div class="profile-head"><img class="avatar" alt="" src="${kuaishouImage('uhead/AB', '2020-01-02 03:04', userId)}"><p class="user-name">${escapeHtml(account.name)}</p><p class="user-desc">${escapeHtml(account.mark)}</p></div>
<div class="user-photo-list">${account.posts.map((post) => tile(userId, post)).join('\n')}</div>${footLine(foot)}</main>
${sideBox(
  '推荐视频',
  recommended.map((post) => tile('999888777', post)),
)}`,
  });
};

/** A video's page: delivered with its time in milliseconds. */
export function kuaishouVideo(account: DemoAccount, post: DemoPost): string {
  const id = kuaishouPhotoId(account, post);
  const timestamp = Date.parse(`${post.at.replace(' ', 'T')}:00+08:00`);
  const state = {
    defaultClient: { [`VisionVideoDetailPhoto:${id}`]: { id, caption: post.text, timestamp } },
  };
  return shell({
    title: `${post.text}-快手`,
    brand: '快手',
    body: `<main><h1>${escapeHtml(post.text)}</h1><a href="/profile/${account.id}">${escapeHtml(account.name)}</a></main><script>window.__APOLLO_STATE__=${JSON.stringify(state)}</script>`,
  });
}
