/**
 * What the reader saw on one page: plain data, JSON-safe, no DOM. Everything after reading (checks, records,
 * exports, the command line) works on this and nothing else.
 */
import type { AccountSnapshot } from '../accounts/snapshot';

/** A civil day in Asia/Shanghai, `YYYY-MM-DD`. Never an instant, never local to the reviewer's machine. */
export type CivilDate = string;

/** An instant, ISO 8601 in UTC (`2024-04-18T01:00:00.000Z`). */
export type Instant = string;

/** Where in the page something was read: UTF-16 offsets into one text block. */
export interface Place {
  block: number;
  start: number;
  end: number;
}

export type BlockRole = 'heading' | 'paragraph' | 'listItem' | 'cell' | 'label' | 'nav' | 'footer' | 'other';

/** The visible text of one innermost block box, white space collapsed as the reviewer sees it. */
export interface TextBlock {
  /** Index in `PageSnapshot.blocks`, in reading order. */
  id: number;
  text: string;
  role: BlockRole;
  /** Heading level 1–6 when role is heading. */
  level?: number;
  /** Inside the main text of the page, as far as structure tells (outside navigation, sidebars, footer). */
  main: boolean;
  /** Index in `PageSnapshot.frames`; 0 is the page itself. */
  frame: number;
}

export interface PageLink {
  text: string;
  /** Absolute URL as the browser resolved it; '' when there is none. */
  href: string;
  /** The attribute as written. */
  raw: string;
  title?: string;
  place: Place | null;
  /** False for links no reviewer can see (display:none, zero size, off screen, transparent). */
  visible: boolean;
  /** The link runs a script of its own when it is clicked (onclick), whatever its address says. */
  acts?: true;
  frame: number;
}

export interface PageImage {
  src: string;
  alt: string;
  /** Absolute URL of the link around the image, if any. */
  href: string;
  visible: boolean;
  /** Rendered size in CSS px; 0 when it did not load. */
  width: number;
  height: number;
}

export interface Meta {
  name: string;
  content: string;
}

/** A `label: value` pair of a header table or title block: 索引号, 发布机构, 文号, 成文日期 … */
export interface HeaderField {
  /** Without blanks and colon: 索引号. */
  label: string;
  value: string;
  place: Place | null;
}

/** Text that the page carries but the reviewer cannot see. */
export interface HiddenText {
  text: string;
  why: 'display' | 'visibility' | 'offscreen' | 'zeroSize' | 'transparent';
}

export type Confidence = 'high' | 'medium' | 'low';

/** Where a publication date was read, in order of trust (research: labelled date > header table > PubDate > row > URL). */
export type DateSource = 'label' | 'headerTable' | 'titleBlock' | 'meta' | 'listRow' | 'url';

export interface PublishedDate {
  date: CivilDate;
  /** `HH:MM[:SS]` when shown. */
  time?: string;
  source: DateSource;
  confidence: Confidence;
  /** The words on the page (`发布时间：2024-04-18 10:20`), or the meta or URL part. */
  quote: string;
  place: Place | null;
}

/** A second date of the page: what its label says, for conflicts and policy rules. */
export interface OtherDate {
  role:
    | 'written'
    | 'printed'
    | 'effective'
    | 'expires'
    | 'closes'
    | 'generated'
    | 'meta'
    | 'url'
    | 'snowflake'
    | 'updated';
  date: CivilDate;
  quote: string;
  place: Place | null;
}

export type ColumnKind =
  | 'news'
  | 'notice'
  | 'policy'
  | 'interpretation'
  | 'consultation'
  | 'feedback'
  | 'mailbox'
  | 'annualReport'
  | 'statistics'
  | 'personnel'
  | 'plan'
  | 'budget'
  | 'procurement'
  | 'service'
  | 'other';

export interface ListItem {
  title: string;
  href: string;
  date: CivilDate | null;
  /** The year was not written on the page and was inferred; such a date never clears a staleness flag. */
  yearAssumed: boolean;
  /** How the year was found when the row shows none. */
  yearFrom?: 'shown' | 'href' | 'column' | 'nearestPast';
  pinned: boolean;
  /** Status words of the row: 进行中, 已结束, 已办结, 办理中 … */
  status?: string;
  /** All cell or leaf texts of the row, for lists that are tables. */
  cells: string[];
  place: Place | null;
}

/** A list of dated items found by structure: a column of the site, or a box of it on a home page. */
export interface DatedList {
  id: number;
  name: string;
  nameFrom: 'heading' | 'breadcrumb' | 'columnName' | 'title' | 'none';
  kind: ColumnKind;
  /** Absolute URL of the column when the box links to it (更多). */
  href: string | null;
  items: ListItem[];
  newest: CivilDate | null;
  newestItem: number | null;
  yearAssumed: boolean;
  frame: number;
  /** The list is the page's own column (false: a box beside or below something else). */
  own: boolean;
}

export interface Pager {
  page: number | null;
  pages: number | null;
  items: number | null;
  quote: string;
}

/** A column that shows that it has nothing: 共 0 条, 暂无信息, a pager without rows. */
export interface BlankColumn {
  name: string;
  kind: ColumnKind;
  quote: string;
  place: Place | null;
}

export type PageKind =
  | 'home'
  | 'column'
  | 'article'
  | 'policy'
  | 'interpretation'
  | 'consultation'
  | 'mailboxList'
  | 'mailboxDetail'
  | 'annualReport'
  | 'guide'
  | 'form'
  | 'search'
  | 'error'
  | 'other';

/** Something the reader could not see; while one is present, no check may say "fine" about what it hides. */
export interface ReadLimit {
  kind: 'frame' | 'loading' | 'truncated' | 'empty' | 'imageOnly' | 'closedShadow';
  /** The frame's URL, the number of blocks left out … */
  detail: string;
}

export interface PageSnapshot {
  url: string;
  title: string;
  readAt: Instant;
  charset: string;
  kind: PageKind;
  metas: Meta[];
  breadcrumb: string[];
  headline: string | null;
  blocks: TextBlock[];
  links: PageLink[];
  images: PageImage[];
  fields: HeaderField[];
  hidden: HiddenText[];
  lists: DatedList[];
  blankColumns: BlankColumn[];
  pager: Pager | null;
  published: PublishedDate | null;
  otherDates: OtherDate[];
  /** URLs of the page itself (index 0) and of the frames that were read with it. */
  frames: string[];
  limits: ReadLimit[];
  /** What the page tells about an official account, when its address is one of a known platform. */
  account?: AccountSnapshot;
}
