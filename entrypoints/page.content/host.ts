import overlayCss from '../../components/overlay/overlay.css?inline';

/**
 * The element that carries the overlay: a child of <html>, which survives a replaced body, with a shadow root so
 * that neither the page's styles nor ours reach across. Works without <body>, in XHTML and under a strict CSP.
 */
export interface OverlayHost {
  element: HTMLElement;
  /** Where the interface is rendered. */
  root: HTMLElement;
  /** Puts the element back when the page threw it away (document.write, a replaced root). */
  keep(): void;
  remove(): void;
}

const xhtml = 'http://www.w3.org/1999/xhtml';

export const tagName = 'duwang-overlay';

export function createHost(): OverlayHost {
  // Firefox starts a reloaded extension's script on open pages too; the element of the old one is dead.
  for (const dead of document.querySelectorAll(tagName)) dead.remove();
  const create = (tag: string) => document.createElementNS(xhtml, tag) as HTMLElement;
  const element = create(tagName);
  // `all: initial` keeps inherited properties out of the shadow root. The host itself stands at the page's top left
  // corner, so that tags scroll with the page; badge, panel and toast inside are fixed to the window.
  for (const [property, value] of [
    ['all', 'initial'],
    ['position', 'absolute'],
    ['inset', '0 auto auto 0'],
    ['width', '0'],
    ['height', '0'],
    ['z-index', '2147483647'],
  ] as const) {
    element.style.setProperty(property, value, 'important');
  }
  const shadow = element.attachShadow({ mode: 'open' });
  const style = create('style');
  style.textContent = overlayCss;
  const root = create('div');
  shadow.append(style, root);
  // Keys typed into our fields are not the page's business (its shortcuts, its copy blocking).
  for (const type of ['keydown', 'keyup', 'keypress', 'copy', 'paste', 'cut', 'contextmenu', 'selectstart']) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  const keep = () => {
    if (!element.isConnected) document.documentElement?.append(element);
  };
  keep();
  return { element, root, keep, remove: () => element.remove() };
}
