import { escapeHtml } from '../../html';
import { weiboBid } from '../ids';
import { shell } from './shell';

/** The virtual list of weibo.com, alive: only rows near the window are in the page, and rows that leave it are dropped. */
export const virtualListId = '7799400001';

/** Two posts a day, so many of them. */
export const VIRTUAL_POSTS = 60;
const NEWEST = Date.parse('2024-04-17T18:00:00+08:00');
const HEIGHT = 120;

function shanghai(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function virtualListPage(): string {
  const rows = Array.from({ length: VIRTUAL_POSTS }, (_, i) => {
    const at = shanghai(NEWEST - i * 43_200_000);
    const [year, month, day] = at.slice(0, 10).split('-').map(Number);
    return [weiboBid(at), `${year! % 100}-${month}-${day} ${at.slice(11)}`];
  });
  return shell({
    title: '@云河发布的个人主页 - 微博',
    brand: '微博',
    body: `<main><div>${escapeHtml('云河发布')}</div><div>云河市人民政府办公室官方微博</div>
<div id="list" style="position:relative;height:${VIRTUAL_POSTS * HEIGHT}px"></div></main>
<script>
const rows = ${JSON.stringify(rows)}, list = document.getElementById('list'), drawn = new Map();
function draw() {
  const top = scrollY - list.offsetTop, from = Math.floor(top / ${HEIGHT}) - 2, to = from + Math.ceil(innerHeight / ${HEIGHT}) + 4;
  for (const [i, row] of drawn) if (i < from || i > to) { row.remove(); drawn.delete(i); }
  for (let i = Math.max(0, from); i <= Math.min(rows.length - 1, to); i++) {
    if (drawn.has(i)) continue;
    const row = document.createElement('div');
    row.style = 'position:absolute;left:0;right:0;height:${HEIGHT}px;top:' + i * ${HEIGHT} + 'px';
    row.innerHTML = '<article><a href="/u/${virtualListId}">云河发布</a> <a href="/${virtualListId}/' + rows[i][0] + '">' + rows[i][1] + '</a><p>第' + (rows.length - i) + '条</p></article>';
    // Boxes are used again wherever they stand, as the real list does: their order in the page means nothing.
    list.insertBefore(row, list.childNodes[(i * 7) % (list.childNodes.length + 1)] ?? null);
    drawn.set(i, row);
  }
}
addEventListener('scroll', draw); draw();
</script>`,
  });
}
