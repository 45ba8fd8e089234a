/** Which part of the page a box belongs to, as far as its own markup tells. */
export type Zone = 'body' | 'nav' | 'footer';

const NAV_WORDS = 'nav menu topbar toolbar crumb crumbs breadcrumb position location dqwz'.split(' ');
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
    const zone = zoneOfName(name.toLowerCase());
    known.set(name, zone);
    return zone;
  };
}

/** By its words, and by beginnings that compounds keep (navbar, footer_box). */
function zoneOfName(name: string): Zone {
  if (name.includes('footer') || name.includes('copyright') || hasWord(name, 'foot')) return 'footer';
  if (name.includes('bottom') && name.split(/\s+/).includes('bottom')) return 'footer';
  const isNav = name.includes('navbar') || name.includes('navigat') || name.includes('menu');
  return isNav || NAV_WORDS.some((word) => hasWord(name, word)) ? 'nav' : 'body';
}

const JOINTS = ' \t\n\r\f_-';
const ENDS = `${JOINTS}0123456789`;

/** Whether a word stands by itself in a name: between blanks, `-` and `_`; a number may follow it. */
function hasWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    const end = at + word.length;
    const begins = at === 0 || JOINTS.includes(name[at - 1]!);
    if (begins && (end === name.length || ENDS.includes(name[end]!))) return true;
  }
  return false;
}
