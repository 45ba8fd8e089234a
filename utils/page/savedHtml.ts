/** Names of attributes and metas that carry keys to somebody's session. */
const SECRET_NAME = /token|csrf|xsrf|secret|session|passw|auth|ticket|nonce|api-?key/i;

/** A key written down in a comment, as frameworks do while they are being debugged. */
const SECRET_NOTE = /(?:token|csrf|secret|session\w*|passw\w*|ticket|api-?key)["']?\s*[=:]/i;

/** Attributes that hold an address, and those that hold several. */
const ADDRESSES = new Set([
  ...['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster', 'content', 'background', 'cite'],
  ...['longdesc', 'manifest', 'data-src', 'data-original', 'data-href', 'data-url'],
]);
const ADDRESS_LISTS = new Set(['srcset', 'imagesrcset', 'data-srcset']);

/** Fields whose value is a label on the page and nothing that a visitor typed. */
const LABELS = /^(?:button|submit|reset|image)$/i;

interface Cleaning {
  /** Selector of the elements that we added. */
  own: string;
  /** An address without its secrets. */
  cleaned(url: string): string;
}

/**
 * The document as HTML for the record: what stands on the page, without what belongs to the visitor. Scripts and handlers go
 * (they hold tokens, and a saved page must not act), so do form values, secrets in names, addresses and comments, and
 * `own`. Nothing of the live page is changed.
 */
export function savedHtml(document: Document, cleaning: Cleaning): string {
  const root = document.documentElement.cloneNode(true) as HTMLElement;
  cleanTree(root, document.baseURI, cleaning);
  const doctype = document.doctype ? `<!DOCTYPE ${document.doctype.name}>\n` : '';
  const url = cleaning.cleaned(document.URL).replaceAll('--', '%2D%2D');
  // The comment that browsers write and read when a page is saved.
  return `${doctype}<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n${root.outerHTML}`;
}

/** Cleans a copy in place; `base`: what its relative addresses count from. */
function cleanTree(root: Element | DocumentFragment, base: string, cleaning: Cleaning): void {
  // What stands in <noscript> is text to this browser, and nobody sees it.
  for (const element of root.querySelectorAll(`script, noscript, ${cleaning.own}`)) element.remove();
  const elements = [...root.querySelectorAll('*')];
  if ('attributes' in root) elements.unshift(root);
  for (const element of elements) {
    emptyField(element);
    for (const { name, value } of [...element.attributes])
      cleanAttribute(element, name.toLowerCase(), value, base, cleaning);
    if (element.localName === 'template') cleanTree((element as HTMLTemplateElement).content, base, cleaning);
    if (element.localName === 'style')
      element.textContent = cleanStyle(element.textContent ?? '', base, cleaning);
  }
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  for (let at = comments.nextNode() as Comment | null; at; at = comments.nextNode() as Comment | null)
    if (SECRET_NOTE.test(at.data)) at.data = '';
}

function emptyField(element: Element): void {
  const tag = element.localName;
  if (tag === 'input' && !LABELS.test(element.getAttribute('type') ?? '')) {
    element.removeAttribute('value');
    element.removeAttribute('checked');
  } else if (
    tag === 'textarea' ||
    /^(?:|true|plaintext-only)$/i.test(element.getAttribute('contenteditable') ?? '-')
  )
    element.textContent = '';
  else if (tag === 'option') element.removeAttribute('selected');
  else if (tag === 'meta' && SECRET_NAME.test(`${element.getAttribute('name')} ${element.id}`))
    element.removeAttribute('content');
  else if (tag === 'param' && SECRET_NAME.test(element.getAttribute('name') ?? ''))
    element.removeAttribute('value');
}

function cleanAttribute(
  element: Element,
  name: string,
  value: string,
  base: string,
  cleaning: Cleaning,
): void {
  const set = (clean: string) => {
    if (clean !== value) element.setAttribute(name, clean);
  };
  if (/^on/.test(name) || name === 'ping' || SECRET_NAME.test(name) || /^\s*javascript:/i.test(value))
    element.removeAttribute(name);
  else if (name === 'srcdoc') {
    const page = new DOMParser().parseFromString(value, 'text/html');
    cleanTree(page.documentElement, base, cleaning);
    element.setAttribute(name, page.documentElement.outerHTML);
  } else if (name === 'style') set(cleanStyle(value, base, cleaning));
  else if (ADDRESS_LISTS.has(name))
    set(value.replace(/[^\s,][^\s]*/g, (address) => cleanAddress(address, base, cleaning)));
  else if (ADDRESSES.has(name) && !(name === 'content' && !/^https?:/i.test(value)))
    set(cleanAddress(value, base, cleaning));
}

function cleanStyle(css: string, base: string, cleaning: Cleaning): string {
  return css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/gi, (whole, _quote, address: string) =>
    whole.replace(address, () => cleanAddress(address, base, cleaning)),
  );
}

/** An address that held a secret without it; others keep their own spelling. */
function cleanAddress(address: string, base: string, { cleaned }: Cleaning): string {
  if (!/[?;#@]/.test(address) || /^data:/i.test(address) || !URL.canParse(address, base)) return address;
  const { href } = new URL(address, base);
  const clean = cleaned(href);
  return clean === href ? address : clean;
}
