import { escapeHtml } from '../../html';

/** The frame of a platform's page: a bar as on the real ones, the content, nothing else. */
export function shell({ title, brand, body }: { title: string; brand: string; body: string }): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>
body{margin:0;font:14px/1.7 system-ui,sans-serif;background:#f4f5f7;color:#222}
header.bar{background:#fff;border-bottom:1px solid #e3e5e8;padding:10px 24px;font-weight:600}
main{max-width:820px;margin:16px auto;background:#fff;padding:16px 24px;border-radius:8px}
aside{max-width:820px;margin:16px auto;background:#fff;padding:8px 24px;border-radius:8px}
.row{border-top:1px solid #eceef1;padding:12px 0}
img{width:120px;height:80px;background:#dde3ea}
a{color:#1f5fae;text-decoration:none}
</style></head>
<body><header class="bar">${escapeHtml(brand)}</header>
${body}
</body></html>`;
}

/** A wall, a dead page or an empty one: the platform's bar and one sentence. */
export function noticePage(brand: string, sentence: string): string {
  return shell({ title: brand, brand, body: `<main><p class="notice">${escapeHtml(sentence)}</p></main>` });
}

/** The words at the foot of a list. */
export function footLine(foot: string | undefined): string {
  return foot ? `<div class="foot">${escapeHtml(foot)}</div>` : '';
}

/** A box of other people's posts beside the list. */
export function sideBox(title: string, rows: readonly string[]): string {
  return rows.length === 0
    ? ''
    : `<div class="side"><h3>${escapeHtml(title)}</h3><div class="side-list">${rows.join('\n')}</div></div>`;
}
