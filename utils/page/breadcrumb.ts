import type { Box, PageText } from './text';
import { runAt } from './text';

const POSITION =
  /(?:当前|您|你|所在|现在)的?(?:所在|当前|现在)?的?位置(?:是|在)?\s?[:：]?|^\s*(?:网站)?首页\s*[>＞»›→]/m;
const CRUMB_SEPARATOR = /\s*(?:>>|＞＞|[>＞»›→·|\n]|&gt;|->| - |\s\/\s|--)\s*/;

/** The path shown above the text (首页 > 政务公开 > 通知公告), without the words 当前位置. */
export function readBreadcrumb(text: PageText): string[] {
  const found = POSITION.exec(text.all.slice(0, 20_000));
  if (!found) return [];
  let box: Box | null = runAt(text, found.index + found[0].length - 1)?.box ?? null;
  while (
    box?.parent &&
    box.end - found.index < 8 + found[0].length &&
    box.parent.end - box.parent.start < 300
  )
    box = box.parent;
  if (!box) return [];
  const from = found[0].includes('位置') ? found.index + found[0].length : found.index;
  const path = text.all.slice(from, Math.min(box.end, from + 200));
  return path
    .split(CRUMB_SEPARATOR)
    .map((part) => part.replace(/^[\s:：]+|\s+$/g, ''))
    .filter((part) => part !== '');
}
