/** Names of attributes and metas that carry keys to somebody's session. */
const SECRET_NAME = /token|csrf|xsrf|secret|session|passw|auth|ticket|nonce|api-?key/i;

/** Attributes that hold an address. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'content', 'background'];

/** Fields whose value is a label on the page and nothing that a visitor typed. */
const LABELS = /^(?:button|submit|reset|image)$/i;

/**
 * The document as HTML for the record: what stands on the page, without what belongs to the visitor. Scripts and handlers go
 * (they hold tokens, and a saved page must not act), so do form values, secrets in names and addresses, and `own`, the
 * elements that we added. Nothing of the live page is changed.
 * @param cleaned an address without its secrets
 */
export function savedHtml(
  document: Document,
  { own, cleaned }: { own: string; cleaned(url: string): string },
): string {
  const root = document.documentElement.cloneNode(true) as HTMLElement;
  for (const element of root.querySelectorAll(`script, ${own}`)) element.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    emptyField(element);
    for (const { name, value } of [...element.attributes]) {
      if (/^on/i.test(name) || SECRET_NAME.test(name) || /^\s*javascript:/i.test(value))
        element.removeAttribute(name);
      else if (ADDRESSES.includes(name.toLowerCase()))
        cleanAddress(element, name, value, document.baseURI, cleaned);
    }
  }
  const doctype = document.doctype ? `<!DOCTYPE ${document.doctype.name}>\n` : '';
  const url = cleaned(document.URL).replaceAll('--', '%2D%2D');
  // The comment that browsers write and read when a page is saved.
  return `${doctype}<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\n${root.outerHTML}`;
}

function emptyField(element: Element): void {
  const tag = element.tagName.toLowerCase();
  if (tag === 'input' && !LABELS.test(element.getAttribute('type') ?? '')) {
    element.removeAttribute('value');
    element.removeAttribute('checked');
  } else if (tag === 'textarea') element.textContent = '';
  else if (tag === 'option') element.removeAttribute('selected');
  else if (tag === 'meta' && SECRET_NAME.test(`${element.getAttribute('name')} ${element.id}`))
    element.removeAttribute('content');
}

/** Rewrites an address only when it held a secret; others keep their own spelling. */
function cleanAddress(
  element: Element,
  name: string,
  value: string,
  base: string,
  cleaned: (url: string) => string,
): void {
  if (!/[?;#@]/.test(value) || !URL.canParse(value, base)) return;
  const { href } = new URL(value, base);
  if (name === 'content' && !/^https?:/i.test(value)) return;
  const clean = cleaned(href);
  if (clean !== href) element.setAttribute(name, clean);
}
