/** Which part of the page a box belongs to, as far as its own markup tells. */
export type Zone = 'body' | 'nav' | 'footer';

const NAV_NAME =
  /(?:^|[\s_-])(?:nav|menu|topbar|toolbar|crumbs?|breadcrumb|position|location|dqwz)(?:$|[\s_\d-])|nav(?:bar|igat)|menu/i;
const FOOTER_NAME =
  /(?:^|[\s_-])(?:foot|footer|copyright)(?:$|[\s_\d-])|footer|copyright|(?:^|\s)bottom(?:$|\s)/i;
const CONTAINERS = new Set(['div', 'ul', 'section', 'table', 'td', 'header', 'aside', 'tr']);

/** What has a footer of its own: it closes one article of many, not the page. */
const OWN_FOOTER = new Set(['article', 'li', 'blockquote']);

/** Tells zones by tag and by the English words that class names and ids are made of on all systems alike. */
export function makeZones(): (element: Element, tag: string) => Zone {
  const known = new Map<string, Zone>();
  return (element, tag) => {
    if (tag === 'nav') return tag;
    if (tag === 'footer') return OWN_FOOTER.has(element.parentElement?.localName ?? '') ? 'body' : tag;
    if (!CONTAINERS.has(tag)) return 'body';
    const name = `${element.id} ${element.className}`;
    if (name === ' ') return 'body';
    const before = known.get(name);
    if (before) return before;
    const zone = FOOTER_NAME.test(name) ? 'footer' : NAV_NAME.test(name) ? 'nav' : 'body';
    known.set(name, zone);
    return zone;
  };
}
