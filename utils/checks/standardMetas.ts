import { metaContent } from '../page/metas';
import type { PageKind } from '../page/snapshot';
import type { Check } from './check';
import { isGovernmentSite, readIdentity } from './identity/read';
import { speaker } from './shared/outcome';

const speak = speaker('standardMetas');

/** 网站标签, asked once, on the home page; 栏目标签 of columns and 内容页标签 of articles (政府网站发展指引, 附件). */
const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource'];
const COLUMN = ['ColumnName', 'ColumnType'];
const ARTICLES: readonly PageKind[] = ['article', 'policy', 'interpretation', 'consultation', 'annualReport'];
/** A piece of a template that was meant for another page. */
const TEMPLATE = /公共头|公用头|模板|测试|template/i;
/** Words of a site's name that say nothing about whose it is. */
const GENERIC = /门户网站群?|政府网站?|网站群?|人民政府|中国|官方网站|信息网|欢迎|[（(].*?[)）]|[-_|·!！\s]/g;

/** Are the standard metas there, once each, and about this site? */
export const standardMetas: Check = {
  id: 'standardMetas',
  category: 'identity',
  reads: ['metas', 'blocks'],
  run(snapshot) {
    const identity = readIdentity(snapshot);
    if (!isGovernmentSite(snapshot, identity)) return speak('notApplicable', 'notGovernment');
    const { metas, kind } = snapshot;
    const asked = ARTICLES.includes(kind)
      ? ARTICLE
      : kind === 'column'
        ? COLUMN
        : kind === 'home'
          ? SITE
          : [];
    const named = [...SITE, ...asked];
    const quote = (name: string) => ({ quote: `${name}: ${metaContent(metas, name) ?? ''}`, place: null });
    const template = metas.find((m) => m.name.toLowerCase() === 'columnname' && TEMPLATE.test(m.content));
    if (template) return speak('review', 'template', [template.content], [quote('ColumnName')]);
    const clash = named.find((name) => contentsOf(metas, name).size > 1);
    if (clash)
      return speak('review', 'twice', [clash, [...contentsOf(metas, clash)].join(' / ')], [quote(clash)]);
    const { siteName, sponsor } = identity;
    if (siteName && sponsor && !related(siteName, sponsor.text))
      return speak(
        'review',
        'otherSite',
        [siteName, sponsor.text],
        [quote('SiteName'), { quote: sponsor.text, place: sponsor.place }],
      );
    if (asked.length === 0) return speak('notApplicable', 'notAsked');
    const written = (name: string) => metas.some((m) => m.name.toLowerCase() === name.toLowerCase());
    if (!named.some(written)) return speak('review', 'none', [named.join('、')]);
    const missing = asked.filter((name) => !metaContent(metas, name));
    const empty = missing.filter(written);
    if (missing.length > empty.length)
      return speak('review', 'missing', [missing.filter((name) => !written(name)).join('、')]);
    if (empty.length > 0) return speak('review', 'empty', [empty.join('、')], empty.map(quote));
    return speak('pass', 'complete', [asked.length]);
  },
};

/** Addresses are one with and without protocol and last slash. */
const plain = (content: string) => content.replace(/^https?:\/\//, '').replace(/\/$/, '');

function contentsOf(metas: readonly { name: string; content: string }[], name: string): Set<string> {
  const wanted = name.toLowerCase();
  return new Set(
    metas.filter((m) => m.name.toLowerCase() === wanted && m.content !== '').map((m) => plain(m.content)),
  );
}

/** Two names of one site share at least two characters in a row that are not mere form. */
function related(siteName: string, sponsor: string): boolean {
  const a = siteName.replace(GENERIC, '');
  const b = sponsor.replace(GENERIC, '');
  if (a.length < 2 || b.length < 2) return true;
  const place = (s: string) =>
    /^(?:.{2,4}?(?:省|自治区))?.{0,5}?(?:市|州|盟|地区)?.{0,4}?(?:县|区|旗)?$/.test(s);
  for (let i = 0; i + 2 <= a.length; i++)
    if (b.includes(a.slice(i, i + 2)))
      return !(place(a) && place(b) && a !== b && !a.includes(b) && !b.includes(a));
  return false;
}
