import { type ShownTimeContext, shownTime } from './shownTime';
import type { PostTime } from './snapshot';

/** Longest text that may still be a time label or a mark. */
const LABEL_LENGTH = 60;
/** The same with the white space of the source. */
const RAW_LENGTH = 240;

/** The text under a node, white space collapsed, scripts and styles left out. */
export function textOf(node: Node | null): string {
  if (!node) return '';
  const element = isElement(node) ? node : null;
  if (!element?.querySelector('script, style')) return collapse(node.textContent);
  const copy = element.cloneNode(true) as Element;
  for (const code of copy.querySelectorAll('script, style')) code.remove();
  return collapse(copy.textContent);
}

/** Also for nodes of a frame, whose `Element` is another one. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Collapses white space, the no-break space included. */
export function collapse(text: string | null): string {
  return (text ?? '').replace(/[\s\u00a0\u200b]+/g, ' ').trim();
}

/** Whether the reviewer can see the element (tabs not chosen and templates are hidden). */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** A short text and the element that shows it. */
export interface Label {
  text: string;
  element: Element;
}

/** Short texts under `root`, widest first in reading order: every label is here, whatever its element is called. */
export function labels(root: Node): Label[] {
  const found: (Label | null)[] = [];
  collect(root, found);
  return found.filter((label) => label !== null);
}

/** Adds the labels of a node and returns its text; null when it is too long for a label, and so for all around it. */
function collect(node: Node, found: (Label | null)[]): string | null {
  const element = isElement(node) ? node : null;
  if (!element) return node.nodeType === 3 ? node.textContent : '';
  if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i.test(element.tagName)) return '';
  const place = found.push(null) - 1;
  let text: string | null = '';
  for (let child = element.firstChild; child; child = child.nextSibling) {
    const inner = collect(child, found);
    if (inner && child.nodeType === 3 && element.firstChild !== element.lastChild)
      addLabel(inner, element, found);
    text = text === null || inner === null || text.length + inner.length > RAW_LENGTH ? null : text + inner;
  }
  if (text) addLabel(text, element, found, place);
  return text;
}

function addLabel(raw: string, element: Element, found: (Label | null)[], place = found.length): void {
  const text = collapse(raw);
  if (text.length > 1 && text.length <= LABEL_LENGTH) found[place] = { text, element };
}

/** The first time label under `root`, or the last one: some platforms put it at the foot of a post. */
export function timeLabel(
  root: Node,
  context: ShownTimeContext,
  which: 'first' | 'last' = 'first',
): PostTime | null {
  let found: PostTime | null = null;
  for (const { text } of labels(root)) {
    const time = shownTime(text, context);
    if (time && which === 'first') return time;
    found = time ?? found;
  }
  return found;
}

/** The texts of the page's own inline scripts: the state that it was delivered with. */
export function inlineScripts(document: Document): string[] {
  return [...document.scripts].filter((s) => !s.src).map((s) => s.textContent ?? '');
}

/** The first group of the first match in the page's inline scripts. */
export function fromScripts(document: Document, pattern: RegExp): string | null {
  for (const script of inlineScripts(document)) {
    const found = pattern.exec(script)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** The words before the first of these endings in the page's title: 云河公安的微博 → 云河公安. */
export function nameFromTitle(document: Document, ending: RegExp): string | null {
  const title = collapse(document.title).replace(/^\(\d+\S*\)\s*/, '');
  const end = title.search(ending);
  return end > 0 ? title.slice(0, end).replace(/^@/, '') : null;
}

/** Text of the first element that matches and is not empty. */
export function firstText(document: ParentNode, ...selectors: string[]): string | null {
  for (const selector of selectors) {
    const text = textOf(document.querySelector(selector));
    if (text) return text;
  }
  return null;
}

const MARK = /^(?:微博|抖音|快手|头条|百度)?(?:官方|机构|政务)?认证[:：].+/;
const MARK_OF_UNIT =
  /^(?!.*(?:关注|转发|来源|摘自|@)).{4,40}官方(?:微博|账号|抖音号|快手号|头条号|百家号|贴吧)$/;

/** The words of the verification mark, where the page spells them out. */
export function markLabel(labels: readonly Label[]): string | null {
  // The shortest: around the mark stands the name, and together they read like one.
  const [found] = labels
    .filter(({ text }) => MARK.test(text) || MARK_OF_UNIT.test(text))
    .sort((a, b) => a.text.length - b.text.length);
  return found ? found.text.replace(/^(?:\S{2})?(?:官方|机构|政务)?认证[:：]\s*/, '') : null;
}
