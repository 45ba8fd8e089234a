import type { Instant } from '../page/snapshot';
import type { AccountSnapshot, Platform } from './snapshot';

/** A page as the reviewer's own tab shows it. */
export interface ViewedPage {
  document: Document;
  /** Its address; of a saved page the one it was taken from. */
  url: URL;
  /** When it was read: relative times count from here. */
  readAt: Instant;
}

/** What was read, and which part of the page is the account's own words. */
export interface AccountReading {
  snapshot: AccountSnapshot;
  /** Whether a node stands in a post of the account itself: not in a repost's inner post, a comment, a recommendation. */
  isOwn(node: Node): boolean;
}

/** Knows one platform's pages. An eleventh platform is one such file, a line in the registry and its fixtures. */
export interface AccountAdapter {
  platform: Platform;
  /** Whether this is an account's page, one of its posts, or a wall of the platform before either. */
  matches(url: URL): boolean;
  /** The account's number in an address of its page (or of a post, where these carry it); null when it has none. */
  accountOf(url: URL): string | null;
  /** Reads what is shown; requests nothing. */
  read(page: ViewedPage): AccountReading;
}
