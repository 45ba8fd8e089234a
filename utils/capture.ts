import type { JudgedOutcome } from './checks/check';
import type { Box, Size } from './evidence/layout';
import type { Anchor } from './findings/finding';
import type { Verdict } from './findings/verdict';
import type { CivilDate, Instant } from './page/snapshot';
import type { Sentence } from './words';

/** What a page tells about itself when it is flagged. JSON only: Chromium's messages carry nothing else. */
export interface PageCapture {
  /** 对象类型. */
  object: 'site' | 'account';
  /** 微博, 抖音 …; '' for websites. */
  platform: string;
  url: string;
  title: string;
  /** Name of the site as the page states it (meta SiteName), or its host. */
  site: string;
  siteCode: string;
  column: string;
  readAt: Instant;
  /** 发布日期 of the page, where it is certain. */
  published: CivilDate | null;
  /** The 监测时间点 of the judgement. */
  now: CivilDate;
  outcomes: JudgedOutcome[];
  /** The words selected or shown as evidence, and where they stand. */
  quote: string;
  anchor: Anchor | null;
  /** The outcome that the reviewer records, when it is one of the page's. */
  about: JudgedOutcome | null;
  /** What should stand there instead of the quote; '' unless the words themselves are suspected. */
  suggestion: string;
  /** The whole sentence around the quote; '' when it does not matter. */
  sentence: string;
  /** The reviewer's decision, when it comes with the record: 确认 or 忽略 of a suspected typo. */
  verdict: Verdict | null;
  /** What is wrong, in the reviewer's language; '' when no check says so. */
  description: string;
}

/** What a page shows of itself at the moment of the picture. */
export interface PageEvidence {
  /** Where the quote stands in the window, in CSS px; [] without one. */
  boxes: Box[];
  /** The window's inner size in CSS px. */
  window: Size;
  /** The page without what is the visitor's own, or why it is not kept. */
  html: string | Sentence;
}

/** How large a page is, and the window that it is seen through, in CSS px. */
export interface PageExtent {
  page: Size;
  window: Size;
}

/** A page scrolled to a screen of it: how far (CSS px), and selectors of what stands still in the window meanwhile. */
export interface PageTile {
  y: number;
  fixed: string[];
  sticky: string[];
}

/** What the reviewer may add to a finding on the spot. */
export interface Annotation {
  category: string;
  severity: string;
  unit: string;
  note: string;
}

export interface Toast {
  text: Sentence;
  /** Why, or what to do about it. */
  detail?: Sentence;
  tone: 'ok' | 'warn';
  /** Present when something was recorded: enables 撤销, 批注 and 整页截图. */
  recorded?: RecordedNow;
}

/** What a toast can still do with what was just recorded. */
export interface RecordedNow {
  finding: string;
  undo: string[];
  annotation: Annotation;
  /** A picture of the whole page is there already. */
  whole?: boolean;
}
