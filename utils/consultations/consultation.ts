import type { CivilDate, Place } from '../page/snapshot';
import type { DraftName } from './names';

/** What identifies a consultation across pages. */
export interface ConsultationKey {
  title: string;
  names: DraftName[];
  subject: string;
  round: number;
  /** Absolute URL of its own page; '' when none is known. */
  href: string;
}

/** A result that was read: an article, a link, a table or a sentence on the call's own page. */
export interface Feedback {
  /** In the call's row of a list, on the call's own page, or as an article of its own. */
  shown: 'row' | 'page' | 'article';
  published: CivilDate | null;
  quote: string;
  href: string;
  place: Place | null;
}

/** A call for opinions as one page shows it. */
export interface Call extends ConsultationKey {
  /** Read on its own page, or as a row of a list. */
  from: 'detail' | 'list';
  published: CivilDate | null;
  opens: CivilDate | null;
  closes: CivilDate | null;
  /** The closing day's year was not written, or the day was counted from the publication. */
  closesInferred: boolean;
  /** 征集中, 已结束 … as the page says. */
  stated: 'open' | 'closed' | null;
  /** A result shown with the call itself. */
  feedback: Feedback | null;
  /** Words with which the page itself says that there is no result (结果反馈：暂无). */
  denial: string | null;
  place: Place | null;
}

/** A published result as one page shows it. */
export interface Result extends ConsultationKey {
  published: CivilDate | null;
  place: Place | null;
}

/** Everything about consultations that one page shows. */
export interface SeenConsultations {
  url: string;
  calls: Call[];
  results: Result[];
}
