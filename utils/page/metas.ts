import type { Meta } from './snapshot';

/** Every named `<meta>` in document order. Some pages carry the standard set twice (a nested head): the first one counts. */
export function readMetas(document: Document): Meta[] {
  const metas: Meta[] = [];
  for (const element of document.getElementsByTagName('meta')) {
    const name = element.name || element.getAttribute('property') || element.getAttribute('itemprop');
    if (name) metas.push({ name, content: element.content.trim() });
  }
  return metas;
}

/** Content of the first non-empty meta of this name, whatever its case; null when there is none. */
export function metaContent(metas: readonly Meta[], name: string): string | null {
  const wanted = name.toLowerCase();
  return metas.find((m) => m.content !== '' && m.name.toLowerCase() === wanted)?.content ?? null;
}
