import type { PageSnapshot } from '../page/snapshot';

/** The six chapters of the fixed format (国办公开办函〔2021〕30号), by what only their headings say. */
export const chapters: readonly (readonly [string, RegExp])[] = [
  ['total', /总体情况|概述/],
  ['published', /主动公开(?:政府)?信息(?:的)?情况/],
  ['requests', /(?:收到和处理|依申请公开|申请办理).{0,12}(?:申请)?情况/],
  ['disputes', /(?:行政复议|行政诉讼).{0,20}情况/],
  ['problems', /(?:主要)?问题(?:及|和|以及|与)(?:改进|整改)|存在(?:的)?(?:主要)?问题/],
  ['other', /其他(?:需要)?报告(?:的)?事项|需要(?:报告|说明)的其他事项/],
];

const TITLE = /(?:政府信息公开|信息公开工作|政务公开).{0,14}(?:年度)?(?:工作)?(?:报告|年报)/;
const YEAR = /((?:19|20)\d\d)\s*年/;
/** A heading of a chapter, not a sentence that happens to use its words. */
const MAX_HEADING = 50;

/** The year of which a title says that it reports; null when it is no annual report on disclosure. */
export function reportYear(title: string): number | null {
  if (!TITLE.test(title) || /通知|解读|报表|指南|统计|通报|模板|格式|征求/.test(title)) return null;
  const year = YEAR.exec(title)?.[1];
  return year ? Number(year) : null;
}

/** The year that the page itself reports on; null where it only links to reports (a home page, a column of them). */
export function ownReportYear({ kind, headline, title, lists }: PageSnapshot): number | null {
  const column = lists.some((list) => list.own && list.items.length > 2);
  return kind === 'home' || column ? null : reportYear(headline ?? title);
}

/** Names of the chapters that the text has no heading for. */
export function missingChapters(snapshot: Pick<PageSnapshot, 'blocks'>): string[] {
  const headings = snapshot.blocks.flatMap((b) =>
    b.text
      .split('\n')
      .map((l) => l.trim())
      .filter(
        (l) =>
          l.length <= MAX_HEADING && /^(?:[（(]?[一二三四五六][、.．)）]|第[一二三四五六]|\d[、.．])/.test(l),
      ),
  );
  return chapters.filter(([, words]) => !headings.some((h) => words.test(h))).map(([name]) => name);
}
