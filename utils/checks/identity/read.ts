import { metaContent } from '../../page/metas';
import type { PageSnapshot, Place } from '../../page/snapshot';

export interface Spot {
  text: string;
  place: Place | null;
  href?: string;
}

/** What a page says about whose site it is. */
export interface SiteIdentity {
  /** 网站标识码 as shown, in the meta and in the link of 我为政府网站找错. */
  shownCode: Spot | null;
  metaCode: string | null;
  linkCode: Spot | null;
  icp: Spot | null;
  police: Spot | null;
  /** 党政机关标识 of conac: a picture or its link. */
  mark: boolean;
  sponsor: Spot | null;
  contact: Spot | null;
  /** 我为政府网站找错: its link or picture. */
  errorReport: Spot | null;
  siteName: string | null;
}

/** The last blocks of a page count as its footer when the markup does not say where that begins. */
const TAIL = 25;

const NOT_A_NAME = '(?!主办|承办|版权|网站|政府网站标识|中文|网址|未经|备案)';
const SPONSOR = new RegExp(`主办(?:单位|方)?\\s*[:：]\\s*${NOT_A_NAME}([\\u4e00-\\u9fa5（）()]{2,30})`);
const OWNER = new RegExp(`版权所有\\s*[:：]\\s*${NOT_A_NAME}([\\u4e00-\\u9fa5（）()]{2,30})`);
/** 某某市人民政府版权所有 and Copyright © 某某市人民政府: whoever owns the site answers for it. */
const OFFICE = '([\\u4e00-\\u9fa5（）()]{2,26}(?:政府|公署|委员会|办公室|[厅局委院网]))';
const OWNED = new RegExp(`${OFFICE}\\s*版权所有`);
const COPYRIGHT = new RegExp(`Copyright[\\s©\\d,.-]*${OFFICE}`, 'i');

const known = new WeakMap<PageSnapshot, SiteIdentity>();

/** The marks of a government site from footer, links, pictures and metas. Several checks ask: they are read once. */
export function readIdentity(snapshot: PageSnapshot): SiteIdentity {
  const identity = known.get(snapshot) ?? identityOn(snapshot);
  known.set(snapshot, identity);
  return identity;
}

function identityOn(snapshot: PageSnapshot): SiteIdentity {
  const from = snapshot.blocks.length - TAIL;
  // The footer proper first, then what merely stands last.
  const footer = [
    ...snapshot.blocks.filter((b) => b.role === 'footer'),
    ...snapshot.blocks.filter((b) => b.role !== 'footer' && b.id >= from),
  ];
  const find = (pattern: RegExp): Spot | null => {
    for (const block of footer) {
      const m = pattern.exec(block.text);
      if (m)
        return { text: m[1] ?? m[0], place: { block: block.id, start: m.index, end: m.index + m[0].length } };
    }
    return null;
  };
  const errorLink = snapshot.links.find(
    (l) => /jiucuo|exposure|site_code=/i.test(l.href) || /网站找错/.test(l.text),
  );
  const errorImage = snapshot.images.find(
    (i) => /jiucuo/i.test(`${i.src} ${i.href}`) || /网站找错/.test(i.alt),
  );
  const errorHref = errorLink?.href ?? errorImage?.href ?? '';
  const code = /[?&]site_code=(\w+)/i.exec(errorHref)?.[1];
  return {
    shownCode: find(/标识码\s*[:：]?\s*((?:bm)?\d{6,12})/i),
    metaCode: metaContent(snapshot.metas, 'SiteIDCode'),
    linkCode: code ? { text: code, place: errorLink?.place ?? null, href: errorHref } : null,
    icp: find(/([\u4e00-\u9fa5]\s?ICP\s?[备证]\s?(?:案号)?\s?[:：]?\s?[\d-]*)/i) ?? find(/ICP备案/i),
    police: find(/公网(?:安备|备案号?|安备案号?)\s*[:：]?\s*[\d\s]*/),
    mark:
      snapshot.images.some(
        (i) =>
          /conac|(?:gtrs_)?(?:red|blue)\.png/i.test(`${i.src} ${i.href}`) || /党政机关|事业单位/.test(i.alt),
      ) || snapshot.links.some((l) => /conac\.cn/.test(l.href)),
    sponsor: find(SPONSOR) ?? find(OWNER) ?? find(OWNED) ?? find(COPYRIGHT),
    contact: find(/(?:联系(?:电话|方式|我们)|电话|邮箱|网站联系|技术支持电话)\s*[:：]?\s*[\d(（-]*/),
    errorReport: errorLink
      ? { text: errorLink.text || errorLink.href, place: errorLink.place, href: errorLink.href }
      : errorImage
        ? { text: errorImage.alt || errorImage.src, place: null, href: errorImage.href }
        : null,
    siteName: metaContent(snapshot.metas, 'SiteName'),
  };
}

/** Whether the page is of a government site at all: by its domain, its code or its sponsor. */
export function isGovernmentSite(snapshot: PageSnapshot, identity: SiteIdentity): boolean {
  return (
    /^https?:\/\/[^/]*\.gov\.cn(?::\d+)?(?:\/|$)/.test(snapshot.url) ||
    identity.metaCode !== null ||
    identity.shownCode !== null ||
    /人民政府|[\u4e00-\u9fa5](?:局|委|厅|办公室|委员会|公署)$/.test(identity.sponsor?.text ?? '')
  );
}

/** The page has a footer of its own kind: at least one of the marks in words. Article pages of some sites open without any. */
export function showsFooter({ icp, police, shownCode, sponsor }: SiteIdentity): boolean {
  return [icp, police, shownCode, sponsor].some((spot) => spot !== null);
}

/** Something of the page could not be read, so what seems missing may be there. */
export function mayHideFooter(snapshot: PageSnapshot): boolean {
  return snapshot.limits.some((l) => l.kind !== 'imageOnly');
}
