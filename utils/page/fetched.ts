/** Elements that act, load something or belong to the visitor: none of them is taken over from a fetched page. */
const LEFT_OUT =
  'script, noscript, template, iframe, frame, frameset, object, embed, applet, link, base, meta[http-equiv], svg, video, audio, source, track, portal';
/** Attributes that hold an address which a browser loads by itself. */
const LOADED = ['src', 'srcset', 'background', 'poster', 'data', 'lowsrc', 'dynsrc', 'ping'];
const STYLE_LOADS = /@import[^;]*;?|url\s*\([^)]*\)|image-set\s*\([^)]*\)/gi;

/** A page that was fetched and not opened, ready to be read. */
export interface LaidOut {
  document: Document;
  /** Addresses of frames that the page has and that were not fetched. */
  frames: string[];
  /** Takes the page away again. */
  close(): void;
}

/**
 * Lays out the HTML of a fetched page in an invisible frame of the extension, so that it can be read like an opened one:
 * no script of the page runs and nothing that it names is loaded. Three walls, each of which would do: everything that acts
 * or loads is taken out of a document that was parsed without a window, the frame's sandbox allows no script, and the
 * extension's content security policy holds in the frame too.
 *
 * @param host a document of the extension; never a page of a site.
 * @param html the page as text.
 * @param url its address, to which relative addresses belong.
 */
export async function layOut(host: Document, html: string, url: string): Promise<LaidOut> {
  const { page, frames } = inert(html, url);
  const frame = host.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'position:fixed;left:0;top:0;width:1366px;height:768px;border:0';
  const loaded = new Promise<void>((done) => {
    frame.onload = () => done();
  });
  // about:blank, since Firefox lets the policy block a frame with a document of its own; written once for its doctype.
  host.body.append(frame);
  await loaded;
  const document = frame.contentDocument!;
  document.open();
  document.write('<!doctype html><html><body></body></html>');
  document.close();
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  return { document, frames, close: () => frame.remove() };
}

/** The page as a document without a window: its words and its structure, with absolute addresses in its links. */
export function inert(html: string, url: string): { page: Document; frames: string[] } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const base = absolute(page.querySelector('base[href]')?.getAttribute('href') ?? '', url) || url;
  const frames = [...page.querySelectorAll('iframe[src], frame[src]')]
    .map((frame) => absolute(frame.getAttribute('src')!, base))
    .filter((address) => /^https?:/.test(address));
  for (const element of page.querySelectorAll(LEFT_OUT)) element.remove();
  for (const style of page.querySelectorAll('style'))
    style.textContent = style.textContent!.replace(STYLE_LOADS, '');
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower === 'style') element.setAttribute(name, value.replace(STYLE_LOADS, ''));
      else if (LOADED.includes(lower) || /^on|:/.test(lower)) element.removeAttribute(name);
      else if (lower === 'href' && !/^\s*(?:#|$|[a-z][a-z\d+.-]*:)/i.test(value))
        element.setAttribute(name, absolute(value, base) || value);
    }
  }
  return { page, frames };
}

function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : '';
}
