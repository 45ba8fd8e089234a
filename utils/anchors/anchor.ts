/**
 * Where a quote stands on its page: TextQuoteSelector and TextPositionSelector of the W3C Web Annotation
 * Data Model in one. Offsets count UTF-16 units of the page's visible text, one block a line (page/text.ts).
 */
export interface Anchor {
  exact: string;
  /** Up to {@link CONTEXT} characters before and after. */
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  /** The list or table that it stands in; absent in running text. */
  path?: AnchorPath;
}

/** A place in a list or table, in the page's own words ('' = it has none). */
export interface AnchorPath {
  /** What stands over the list or table. */
  box: string;
  /** The item, or the first cell of the row, without its numbers. */
  row: string;
  /** The cell over the column. */
  column: string;
}

export const CONTEXT = 32;

/** Where an anchor was found; `changed` = the quoted words themselves are no longer quite the same. */
export interface Found {
  start: number;
  end: number;
  changed: boolean;
}

/** Describes the stretch `start`–`end` of the page's text so that it can be found again. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}
