import { drawn } from '../../components/shared/breath';
import type { PageExtent, PageTile } from '../../utils/capture';
import { tagName } from './host';

/** Screens that are walked through to wake what loads when it comes into view. */
const MOST_SCREENS = 40;

/** Also while nobody looks at the tab, where nothing is painted: the background notices then that it was left. */
async function paintedFrame(): Promise<void> {
  await drawn();
  await drawn();
}

/** Shows the page screen by screen for a picture of all of it, and afterwards as it was. Nothing in the page is changed. */
export class WholePage {
  private before: { x: number; y: number } | null = null;

  /** Walks through the page once, so that late pictures are there, and says how large it is. */
  async begin(): Promise<PageExtent> {
    this.before = { x: scrollX, y: scrollY };
    const root = document.scrollingElement ?? document.documentElement;
    for (let screen = 0; screen < MOST_SCREENS && screen * innerHeight < root.scrollHeight; screen++) {
      jump(0, screen * innerHeight);
      await paintedFrame();
    }
    jump(0, 0);
    await paintedFrame();
    return {
      page: { width: innerWidth, height: root.scrollHeight },
      window: { width: innerWidth, height: innerHeight },
    };
  }

  /** Scrolls there, as far as the page goes, and says which elements stand still in the window meanwhile. */
  async show(y: number): Promise<PageTile> {
    jump(0, y);
    await paintedFrame();
    return { y: scrollY, ...pinned() };
  }

  end(): void {
    if (this.before) jump(this.before.x, this.before.y);
    this.before = null;
  }
}

/** Pages may scroll smoothly by their own style. */
function jump(left: number, top: number): void {
  scrollTo({ left, top, behavior: 'instant' });
}

/** Selectors of the elements that would repeat on every screen. */
function pinned(): Pick<PageTile, 'fixed' | 'sticky'> {
  const fixed: string[] = [];
  const sticky: string[] = [];
  for (const element of document.body?.querySelectorAll('*') ?? []) {
    if (element.localName === tagName) continue;
    const { position, zIndex } = getComputedStyle(element);
    // What lies behind the page is its background.
    if (position === 'fixed' && !(Number(zIndex) < 0)) fixed.push(selectorOf(element));
    else if (position === 'sticky') sticky.push(selectorOf(element));
  }
  return { fixed, sticky };
}

/** A selector that means exactly this element as long as the page does not change. */
function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at?.parentElement; at = at.parentElement)
    steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  return [':root', ...steps].join(' > ');
}
