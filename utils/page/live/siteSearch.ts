/**
 * The address at which the site's own search answers for some words, taken from the search form that the page shows:
 * a form that is sent by GET with one text field. Null when there is none (searches by script stay with the reviewer).
 */
export function siteSearchUrl(document: Document, words: string): string | null {
  for (const form of document.forms) {
    const field = form.querySelector<HTMLInputElement>(
      'input[type="text"], input[type="search"], input:not([type])',
    );
    const texts = form.querySelectorAll(
      'input[type="text"], input[type="search"], input:not([type]), textarea',
    );
    if (!field?.name || texts.length !== 1 || form.method.toLowerCase() !== 'get') continue;
    if (form.querySelector('input[type="password"]')) continue;
    if (!/搜|检索|查询|search|query/iu.test(describe(form, field))) continue;
    const action = form.getAttribute('action') || document.URL;
    if (!URL.canParse(action, document.baseURI)) continue;
    const url = new URL(action, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) continue;
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') url.searchParams.set(name, value);
    url.searchParams.set(field.name, words);
    return url.href;
  }
  return null;
}

/** Whatever says what a form is for: its names and the words on it. */
function describe(form: HTMLFormElement, field: HTMLInputElement): string {
  const attributes = [
    form.id,
    form.className,
    form.getAttribute('action'),
    field.name,
    field.id,
    field.placeholder,
  ];
  const buttons = [
    ...form.querySelectorAll<HTMLElement>('button, input[type="submit"], input[type="image"]'),
  ].map((button) => `${button.textContent} ${(button as HTMLInputElement).value} ${button.title}`);
  return [...attributes, ...buttons].join(' ');
}
