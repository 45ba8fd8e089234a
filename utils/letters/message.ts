import type { CivilDate, Place } from '../page/snapshot';

/** A public message (来信, 留言, 咨询) as one page shows it. */
export interface Message {
  title: string;
  /** Absolute URL of its own page; '' when none is known. */
  href: string;
  submitted: CivilDate | null;
  state: 'answered' | 'waiting' | 'unknown';
  repliedAt: CivilDate | null;
  /** The page's words for the state (办理中); '' when it follows from a reply or its lack. */
  stated: string;
  place: Place | null;
}

/** 已受理 157 已办结 99 as a mailbox counts itself. */
export interface Counter {
  received: number;
  done: number;
  quote: string;
  place: Place;
}

/** What one page shows of a mailbox. */
export interface SeenMessages {
  /** A list of many, or the page of one. */
  from: 'list' | 'detail';
  messages: Message[];
}
