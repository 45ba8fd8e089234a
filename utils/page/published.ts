import type { LabelRole } from '../dates/labels';
import { fromMeta, yearFromMetas } from './dateMetas';
import type { Headline } from './headline';
import type { PageMention } from './mentions';
import { metaContent } from './metas';
import type { CivilDate, Confidence, DateSource, Meta, PublishedDate } from './snapshot';
import type { PageText } from './text';
import { placeOf, runAt } from './text';
import {
  besides,
  followsHeadline,
  footerStart,
  isClock,
  isFar,
  nearest,
  standsBesidePath,
  standsInTitleBlock,
} from './titleBlock';

/**
 * The page's own publication date, or null when it shows none. In order of trust: a date labelled 发布 · one labelled
 * 时间 or standing with 来源 and 浏览 under the headline · 发文日期 or 更新时间 of a header table · the PubDate meta when it is not
 * the moment at which the CMS wrote the file · a bare date right under the headline, or with its weekday beside the path above it · the answer to a letter.
 *
 * @param inRows dates of list rows, which belong to other pages.
 * @param isArticle false on columns and home pages, where only a date that is labelled as the page's own counts.
 * @param today the day of reading, which clocks in page headers show.
 * @param isLetter asked last: the page is about letters and their answers, and the last date of the exchange is its own.
 */
export function readPublished(
  text: PageText,
  mentions: readonly PageMention[],
  inRows: ReadonlySet<PageMention>,
  headlines: readonly Headline[],
  metas: readonly Meta[],
  { isArticle, isLetter, today }: { isArticle: boolean; isLetter: () => boolean; today: CivilDate },
): PublishedDate | null {
  const end = footerStart(text, headlines);
  const free = mentions.filter(
    (m) =>
      m.date &&
      m.form !== 'numeral' &&
      !m.range &&
      m.start < end &&
      !inRows.has(m) &&
      !isClock(text, m, headlines, today),
  );
  const labelled = (role: LabelRole) =>
    free.filter((m) => m.label?.role === role && (role === 'publish' || m.box.zone !== 'footer'));
  const publish = nearest(labelled('publish'), headlines);
  const plain = free.filter((m) => (m.form === 'full' || m.form === 'english') && m.box.zone !== 'footer');
  const titled = plain.find(
    (m) => (!m.label || m.label.role === 'plain') && standsInTitleBlock(text, m, headlines),
  );
  if (publish && !isFar(publish, headlines) && !(titled && isNearer(titled, publish, headlines))) {
    return shown(text, publish, 'label', 'high');
  }
  if (titled) return shown(text, titled, titled.label ? 'label' : 'titleBlock', 'high');
  if (!isArticle) return isLetter() ? fromLetter() : null;
  const near = (role: LabelRole) =>
    nearest(
      labelled(role).filter((m) => !isFar(m, headlines)),
      headlines,
    );
  const weak = near('weak') ?? near('updated');
  if (weak) return shown(text, weak, 'headerTable', 'medium');
  const dated = near('plain');
  if (dated && followsHeadline(text, dated, headlines)) return shown(text, dated, 'label', 'medium');
  if (publish) return shown(text, publish, 'label', 'medium');
  const yearless = mentions.find(
    (m) => m.form === 'monthDay' && m.label?.role === 'publish' && !inRows.has(m),
  );
  const year = yearless && yearFromMetas(metas, yearless);
  if (yearless && year) return shown(text, { ...yearless, date: year }, 'label', 'medium');
  const meta = headlines.length > 0 || metaContent(metas, 'ArticleTitle') ? fromMeta(metas) : null;
  if (meta) return meta;
  const bare = plain.find((m) => !m.label && followsHeadline(text, m, headlines));
  if (bare) return shown(text, bare, 'titleBlock', 'medium');
  const first = headlines[0] && plain.find((m) => m.start > headlines[0]!.start);
  if (first?.time && !first.label && besides(text, first).length < 40) {
    return shown(text, first, 'titleBlock', 'medium');
  }
  const beside = mentions.find(
    (m) => m.form === 'full' && !m.range && !inRows.has(m) && standsBesidePath(text, m, headlines, today),
  );
  if (beside) return shown(text, beside, 'titleBlock', 'medium');
  return isLetter() ? fromLetter() : null;

  function fromLetter(): PublishedDate | null {
    const answered = labelled('mailbox').at(-1) ?? labelled('plain')[0];
    return answered ? shown(text, answered, 'headerTable', 'low') : null;
  }
}

/** The moment under the headline dates the page; a day labelled 发布 further down, the document that it carries. */
function isNearer(titled: PageMention, publish: PageMention, headlines: readonly Headline[]): boolean {
  if (titled.time === undefined || publish.time !== undefined) return false;
  const headline = headlines[0];
  return headline !== undefined && headline.end <= titled.start && titled.start < publish.start;
}

function shown(text: PageText, m: PageMention, source: DateSource, sure: Confidence): PublishedDate {
  // What a script would write here stands in its source, not on the page: nobody has seen it yet.
  const confidence = sure === 'high' && runAt(text, m.start)?.node === null ? 'medium' : sure;
  return {
    date: m.date!,
    ...(m.time ? { time: m.time } : {}),
    source,
    confidence,
    quote: text.all.slice(m.start, m.end),
    place: placeOf(text, m.start, m.end),
  };
}
