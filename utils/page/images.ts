import type { PageImage } from './snapshot';

/** What a picture is and how large it is drawn. */
export function readImage(element: HTMLImageElement, href: string, visible: boolean): PageImage {
  return {
    src: element.src,
    alt: element.alt,
    href,
    visible,
    width: element.offsetWidth,
    height: element.offsetHeight,
  };
}
