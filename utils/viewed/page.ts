import type { PageCapture } from '../capture';

/** What a page is called in the record; the same for a flag as for a page whose text was kept. */
export type PageNames = Pick<
  PageCapture,
  'object' | 'platform' | 'url' | 'title' | 'site' | 'siteCode' | 'column' | 'published' | 'readAt' | 'now'
>;

/** The text of a page as a reviewer saw it, kept in this browser only, to look for the same error elsewhere. */
export interface ViewedPage extends PageNames {
  /** All text blocks, one a line. */
  text: string;
}
