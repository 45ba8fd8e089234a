import type { PageImage } from './snapshot';
import type { PageText, ReadImage } from './text';

/** What a picture is, where its link leads, and how large it is drawn. */
export function readImage(text: PageText, { element, link, visible }: ReadImage): PageImage {
  return {
    src: element.src,
    alt: element.alt,
    href: link < 0 ? '' : text.links[link]!.element.href,
    visible,
    width: element.offsetWidth,
    height: element.offsetHeight,
  };
}
