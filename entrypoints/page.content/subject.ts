import type { OverlayParts, OverlayState } from '../../components/overlay/model';
import type { Check } from '../../utils/checks/check';
import type { SeenConsultations } from '../../utils/consultations/consultation';
import type { PageReading } from '../../utils/page/read';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';
import type { PageSession } from './session';
import type { Tasks } from './tasks';

/**
 * What one kind of page is to the reviewer: how it is read, judged and shown. Websites and official accounts have a script
 * each, so that a government page does not carry the readers of ten platforms.
 */
export interface Subject {
  /** False on addresses of its hosts that it leaves alone. */
  concerns(url: URL): boolean;
  read(document: Document, options: { now: number }): PageReading;
  checks: readonly Check[];
  /** What the page says about consultations, for matching across pages; null when nothing. */
  consultations(snapshot: PageSnapshot): SeenConsultations | null;
  /** 人工录入: the day on which the account last posted. */
  typeDate(day: CivilDate): void;
  parts: OverlayParts;
  /** What fetches something on a reviewer's order; absent where nothing may be fetched. */
  tasks?: (state: OverlayState, session: PageSession) => Tasks;
}
