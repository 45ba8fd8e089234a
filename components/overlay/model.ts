import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { PagePlace } from '../../utils/campaign/visit';
import type { Annotation, PageCapture, RecordedNow, Toast } from '../../utils/capture';
import type { Category } from '../../utils/checks/category';
import type { Evidence, JudgedOutcome } from '../../utils/checks/check';
import type { SeenConsultations } from '../../utils/consultations/consultation';
import type { ConsultationCase } from '../../utils/consultations/fold';
import type { Ignore } from '../../utils/findings/finding';
import type { IndicatorPack } from '../../utils/indicators/pack';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';
import type { PageTypo } from '../../utils/typos/page';
import type { SameAnswer, SamePlace, SameSearch } from '../../utils/viewed/find';
import type { FetchedReading } from '../../utils/walk/fetched';
import type { WalkedPage } from '../../utils/walk/listWalk';
import type { Sentence } from '../../utils/words';
import type { TypedLook } from '../shared/TypedUpdateForm';

/** What one reading of the page showed. */
export interface PageReport {
  snapshot: PageSnapshot;
  outcomes: JudgedOutcome[];
  /** The 监测时间点 it was judged at. */
  now: CivilDate;
  pack: IndicatorPack;
  /** What other pages of the site showed about consultations. */
  seen: readonly SeenConsultations[];
}

/** A task that the reviewer started and that goes on in steps. */
export interface Progress {
  done: number;
  all: number;
  running: boolean;
}

/** 逐条核对: how far it is, and what each page showed. */
export interface Walk extends Progress {
  pages: readonly WalkedPage<FetchedReading>[];
}

/** A rectangle drawn over evidence that the Highlight API cannot paint, in viewport px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a list's tag is drawn: its top right corner, in page px (it scrolls with the page). */
export interface TagSpot {
  list: number;
  left: number;
  top: number;
}

/** The overlay's state. The content script writes it, the components read it; nothing else is shared. */
export function createOverlayState() {
  return {
    report: signal<PageReport | null>(null),
    /** Name of the open campaign; '' without one. */
    campaign: signal(''),
    /** Where the page stands in the open campaign; null until it is known. */
    place: signal<PagePlace | null>(null),
    /** 读网记录 is on: seconds of this page that were written down, and links of it that were read before. */
    reading: signal(false),
    readSeconds: signal(0),
    readLinks: signal(0),
    open: signal(false),
    side: signal<'left' | 'right'>('right'),
    top: signal(40),
    listTags: signal(true),
    toast: signal<Toast | null>(null),
    annotating: signal(false),
    tagSpots: signal<TagSpot[]>([]),
    /** Checks whose 问题 or 待核 was let be on this page, with why. */
    letBe: signal<ReadonlyMap<string, Ignore>>(new Map()),
    /** Columns of this page that were let be, by name. */
    columnsLetBe: signal<ReadonlyMap<string, Ignore>>(new Map()),
    boxes: signal<Box[]>([]),
    /** The consultation that this tab, a search, was opened to look for. */
    proof: signal<PageCapture | null>(null),
    /** 逐条核对; null until the reviewer asks for it. */
    walk: signal<Walk | null>(null),
    /** 核对链接; null until the reviewer asks for it. */
    probe: signal<Progress | null>(null),
    typos: signal<PageTypo[]>([]),
    /** Checking, or why nothing could be checked. */
    typoProgress: signal<Sentence | null>(null),
    /** The suspicion under the pointer, with the place for its card in window px. */
    hovered: signal<{ typo: PageTypo; left: number; top: number } | null>(null),
    /** Evidence that could not be found on the page when asked for. */
    lost: signal<Evidence | null>(null),
    /** Counts how often 录入日期 was asked for by its shortcut: the field is focused. */
    typing: signal(0),
    /** Switched off: the overlay goes as soon as the last toast has been read. */
    leaving: signal(false),
    /** Hidden for a moment while a screenshot is taken. */
    veiled: signal(false),
  };
}

/** What a component of the panel is given. */
export interface PartProps {
  report: PageReport;
  state: OverlayState;
  actions: OverlayActions;
}

/** What the overlay shows of one kind of page, a website's or an account's, beside what it shows of every page. */
export interface OverlayParts {
  /** Above the outcomes, in the middle of them, below them. */
  above: ComponentType<PartProps>;
  middle?: ComponentType<PartProps>;
  below?: ComponentType<PartProps>;
  /** Over the page itself. */
  tags?: ComponentType<{ state: OverlayState }>;
}

export type OverlayState = ReturnType<typeof createOverlayState>;

/** What the overlay can ask for; the content script answers. */
export interface OverlayActions {
  locate(evidence: Evidence): void;
  /** Records the page, or one outcome of it. */
  record(outcome?: JudgedOutcome, evidence?: Evidence): void;
  /** Adds a picture of the whole page to what was just recorded. */
  addWholePage(recorded: RecordedNow): void;
  undo(entries: string[]): void;
  annotate(finding: string, annotation: Annotation): void;
  setOpen(open: boolean): void;
  moveTo(side: 'left' | 'right', top: number): void;
  switchOffSite(): void;
  switchOff(): void;
  openWorkbench(finding?: string): void;
  /** The word on what waits of the page's roster item, or on one check of it; goes on to the next. */
  ruleItem(item: string, ruling: 'pass' | 'fail', category?: Category): void;
  nextItem(): void;
  addToRoster(): void;
  dismissToast(): void;
  /** 证明没有: opens the site's own search for a consultation's name. */
  proveNone(consultation: ConsultationCase): void;
  /** The reviewer's answer on the search results: nothing there, or found. */
  answerProof(nothing: boolean): void;
  /** 逐条核对: fetches the linked pages one by one, and reads them. */
  startWalk(urls: readonly string[]): void;
  stopWalk(): void;
  /** 核对链接: asks every link of the page. */
  startProbe(): void;
  stopProbe(): void;
  /** 人工录入: the day on which the account last posted, and the picture that shows it. */
  typeUpdate(look: TypedLook): void;
  /** Records what does not fit between the account and the roster. */
  recordDoubt(doubt: Sentence): void;
  confirmTypo(typo: PageTypo): void;
  ignoreTypo(typo: PageTypo, ignore: Ignore): void;
  /** 举一反三: where else the same error stands, in all text viewed in the open campaign. */
  findSame(search: SameSearch): Promise<SameAnswer>;
  flagSame(typo: PageTypo, places: SamePlace[]): void;
  /** 例外: this outcome is legitimate here, for a reason and a time. */
  except(outcome: JudgedOutcome, ignore: Ignore): void;
  /** 例外 of one column among several. */
  exceptColumn(column: string, ignore: Ignore): void;
}

/**
 * How many outcomes of each kind speak, without those that were let be; suspected typos are counted among them, a rule's
 * hit as 问题 and the rest as 待核.
 */
export function tally({ report, letBe, typos }: OverlayState): Record<JudgedOutcome['kind'], number> {
  const counts = { fail: 0, review: 0, pass: 0, notApplicable: 0 };
  for (const { check, kind } of report.value?.outcomes ?? []) if (!letBe.value.has(check)) counts[kind] += 1;
  for (const { level } of typos.value) counts[level === 'sure' ? 'fail' : 'review'] += 1;
  return counts;
}
