import { htmlReply } from '../html';
import type { Reply } from '../site';
import { oddList } from './rows';

/** A style sheet that reaches everything: `*` rules, a mourning filter on html, and a banner on the highest layer. */
export function hostileCssPage(): Reply {
  return htmlReply(`<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>强势样式</title>
<style>
* { margin: 0 !important; padding: 0 !important; box-sizing: content-box !important; letter-spacing: 3px; font-family: SimSun !important; }
html { filter: grayscale(100%); -webkit-filter: grayscale(100%); overflow-x: hidden; }
body { position: relative; transform: translateZ(0); user-select: none; }
div, span, button, section { float: left; display: block !important; color: #c00; text-transform: uppercase; }
html > * { opacity: 1; visibility: visible; }
:host, html > :not(head):not(body) { display: none !important; }
.banner { position: fixed; top: 0; left: 0; width: 100%; height: 46px; background: #c00; color: #fff; z-index: 2147483647; }
.floating { position: fixed; right: 0; top: 40%; width: 60px; height: 160px; background: #fc0; z-index: 2147483647; }
ul { clear: both; padding-top: 60px !important; }
li { float: left; width: 100%; }
</style></head>
<body>
<div class="banner">云河市政务服务专题</div>
<div class="floating">无障碍浏览</div>
<ul>
${oddList()}
</ul>
</body></html>`);
}
