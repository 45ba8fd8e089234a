import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Judging, PagePlace, PageVisit } from './campaign/visit';
import type {
  Annotation,
  PageCapture,
  PageEvidence,
  PageExtent,
  PageTile,
  RecordedNow,
  Toast,
} from './capture';
import type { Category } from './checks/category';
import type { Anchor, Ignore } from './findings/finding';
import type { Suspicion } from './findings/ignores';
import type { CivilDate } from './page/snapshot';
import type { Settings, SiteSettings } from './settings';
import type { TypoReply, TypoRequest } from './typos/host';
import type { SameAnswer, SamePlace, SameSearch } from './viewed/find';
import type { ViewedPage } from './viewed/page';
import type { FetchedPage, FetchedReading, ReadingRequest } from './walk/fetched';

/** Messages between the background and the pages; the receiver answers with the return value. */
interface Protocol {
  /** background -> page: is the page's script there? */
  ping(): boolean;
  /** background -> page: describe the page as it is now, with the reviewer's selection if there is one. */
  capturePage(): PageCapture;
  /** background -> page: bring the quote last described into view and say where it stands; the page's HTML. */
  pageEvidence(): PageEvidence;
  /** background -> page: hide the overlay while a screenshot is taken, and show it again. */
  veil(hidden: boolean): void;
  /** background -> page: get ready for a picture of the whole page, show a screen of it, and put it back as it was. */
  beginWholePage(): PageExtent;
  showTile(y: number): PageTile;
  endWholePage(): void;
  /** background -> page: say what happened. */
  toast(toast: Toast): void;
  /** background -> page: the shortcut or menu asks for the panel. */
  openPanel(request: { typing: boolean }): void;
  /** page -> background: the reviewer records this page or one of its outcomes from the panel. */
  flag(capture: PageCapture): Toast;
  /** page -> background: add a picture of the whole page to what was just recorded. */
  addWholePage(recorded: RecordedNow): Toast;
  /** page -> background: take back what a flag recorded. */
  undoFlag(request: { entries: string[] }): void;
  /** page -> background: category, severity, unit and note of a finding. */
  annotate(request: { finding: string; annotation: Annotation }): void;
  /** page -> background: suspected typos of texts, per text. */
  checkTypos(request: TypoRequest): TypoReply;
  /** background -> offscreen page (Chromium): the same question, where the engine lives. */
  runTypos(request: TypoRequest): TypoReply;
  /** page -> background: read and judge a page that the reviewer had fetched (逐条核对). */
  readFetched(page: FetchedPage): FetchedReading;
  /** background -> offscreen page (Chromium): the same, where a page can be laid out. */
  runReading(request: ReadingRequest): FetchedReading;
  /** page -> background: what a link answers (核对链接); null when nobody does. */
  probeLink(request: { url: string; method: 'HEAD' | 'GET' }): { status: number } | null;
  /** page -> background: the text of a page that was read, for the open campaign. */
  pageText(page: ViewedPage): void;
  /** page -> background: every place in the texts viewed in the open campaign, this page's first, where the same stands. */
  sameElsewhere(request: { here: ViewedPage; search: SameSearch }): SameAnswer;
  /** page -> background: record the same error at all these places. */
  flagSame(request: { capture: PageCapture; places: SamePlace[] }): Toast;
  /** page -> background: which suspicions a reviewer has ignored before, and why. */
  ignoredOf(suspicions: Suspicion[]): (Ignore | null)[];
  /** page -> background: open the site's search, to look for what the capture says is missing. */
  proveNone(request: { search: string; capture: PageCapture }): void;
  /** page -> background: what this tab, a search, was opened to look for. */
  wantedProof(): PageCapture | null;
  /** page -> background: nothing was found, so the search results are the evidence. */
  keepProof(capture: PageCapture): Toast;
  /** page -> background: the quote that this tab was opened for, if it was; answered once. */
  wantedAnchor(): Anchor | null;
  /** page -> background: what the reviewer has decided for every page and for this host, and by what it is judged. */
  startPage(request: { url: string }): { settings: Settings; site: SiteSettings; judging: Judging };
  /** page -> background: the reviewer decides for every page. */
  changeSettings(change: Partial<Settings>): void;
  /** page -> background: the reviewer decides for one host. */
  changeSite(request: { host: string; change: Partial<SiteSettings> }): void;
  /** page -> background: this page was read; answers where it stands in the open campaign, null without one. */
  pageRead(visit: PageVisit): PagePlace | null;
  /** page -> background: a page of this roster item was in view (读网记录). */
  readFor(request: { item: string; url: string; title: string; seconds: number; share: number }): void;
  /** page -> background: which of these addresses were read before in the open campaign? */
  wereRead(request: { item: string; urls: string[] }): boolean[];
  /** page -> background: the reviewer's word on the required checks of an item that wait, or on one of them. */
  ruleItem(request: { item: string; ruling: 'pass' | 'fail'; category?: Category }): PagePlace | null;
  /** page -> background: put this page's site or account on the roster. */
  addToRoster(visit: PageVisit): PagePlace | null;
  /** page -> background: 人工录入 of an account's last update; the picture is a data URL. `kept` is false off the roster. */
  typeUpdate(request: { visit: PageVisit; day: CivilDate | null; words: string; picture: string | null }): {
    place: PagePlace | null;
    kept: boolean;
  };
  /** page, workbench -> background: open the next item that nobody has looked at, in this tab or a new one. */
  openNext(): { opened: boolean };
  /** workbench -> background: open a roster item's page. */
  openItem(request: { item: string }): void;
  /** workbench -> background: open a finding's page and show its quote there. */
  openOriginal(request: { url: string; anchor: Anchor | null }): void;
  /** workbench -> background: write the automatic backup when it is due, or at once. */
  backUp(request: { atOnce: boolean }): void;
  /** workbench -> background: exchange with the team's endpoint now, whatever is being waited for. */
  syncNow(): void;
  /** page -> background: open the workbench, at one finding when given. */
  openWorkbench(request: { finding?: string }): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
