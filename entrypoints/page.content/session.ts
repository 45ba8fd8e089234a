import type { OverlayState } from '../../components/overlay/model';
import { t, words } from '../../components/shared/words';
import { anchorOfRange, rangeOfAnchor } from '../../utils/anchors/dom';
import { type Judging, type PageVisit, visitOf } from '../../utils/campaign/visit';
import type { PageCapture } from '../../utils/capture';
import type { CheckContext, Evidence, JudgedOutcome } from '../../utils/checks/check';
import { judge } from '../../utils/checks/run';
import { sinkNoisy } from '../../utils/checks/sink';
import type { ConsultationCase } from '../../utils/consultations/fold';
import { civilOfInstant } from '../../utils/dates/civil';
import type { Anchor, Ignore } from '../../utils/findings/finding';
import type { Verdict } from '../../utils/findings/verdict';
import type { PageReading } from '../../utils/page/read';
import type { CivilDate } from '../../utils/page/snapshot';
import { typoOutcome } from '../../utils/typos/outcome';
import type { PageTypo } from '../../utils/typos/page';
import type { ViewedPage } from '../../utils/viewed/page';
import type { Sentence } from '../../utils/words';
import { selectedRange } from './evidence';
import { checksLetBe, columnsCheck, columnsLetBeOn } from './exceptions';
import { namesOf } from './names';
import { Spotlight } from './spotlight';
import type { Subject } from './subject';
import { tagSpotsOf } from './tags';
import type { TypoReview } from './typos';

/** One page in one tab: reads it, judges it, shows evidence on it, and describes it when it is recorded. */
export class PageSession {
  private reading: PageReading | null = null;
  private readonly spotlight: Spotlight;
  /** What other pages of the site said about consultations, what the links answered, which columns were let be. */
  private learned: Pick<CheckContext, 'seen' | 'probed' | 'exempt'> = {};
  /** The words that the last description was about. */
  described: Range | null = null;

  constructor(
    private readonly subject: Subject,
    private readonly state: OverlayState,
    private readonly judging: Judging,
    /** Where the overlay's own layer stands in the window: tags are placed relative to it. */
    private readonly origin: () => { left: number; top: number },
    /** Absent where the reviewer has switched the check of text off. */
    readonly typos: TypoReview | null,
  ) {
    this.spotlight = new Spotlight(state);
  }

  /** Reads and judges the page as it is now. */
  read(): void {
    const instant = Date.now();
    this.reading = this.subject.read(document, { now: instant });
    this.judge();
    this.state.tagSpots.value = tagSpotsOf(this.reading, this.origin());
    void this.typos?.check(this.reading);
  }

  /** 人工录入 of an account's last update; judged at once. */
  typeDate(day: CivilDate): void {
    this.subject.typeDate(day);
    this.read();
  }

  /** Takes in what this page alone does not tell, and judges again. */
  learn(news: Pick<CheckContext, 'seen' | 'probed'>): void {
    this.learned = { ...this.learned, ...news };
    if (this.reading) this.judge();
  }

  /** Another page without a load: what was learned about the one before is none of its business. */
  forgetLearned(): void {
    this.learned = {};
  }

  private judge(): void {
    this.report();
    void this.lookUpExceptions();
  }

  private report(): void {
    const now = this.judging.checkpoint ?? civilOfInstant(Date.now());
    const { pack, sunk } = this.judging;
    const { snapshot } = this.reading!;
    this.state.report.value = {
      snapshot,
      outcomes: sinkNoisy(judge(snapshot, { now, pack, ...this.learned }, this.subject.checks), sunk),
      now,
      pack,
      seen: this.learned.seen ?? [],
    };
  }

  /** Asks which columns and outcomes of this page a reviewer has let be; until the answer is there they speak. */
  async lookUpExceptions(): Promise<void> {
    const before = this.state.report.value;
    if (!before) return;
    const columnsLetBe = await columnsLetBeOn(before.snapshot);
    if (this.state.report.value !== before) return;
    this.state.columnsLetBe.value = columnsLetBe;
    const exempt = [...columnsLetBe.keys()];
    if (exempt.join() !== [...(this.learned.exempt ?? [])].join()) {
      this.learned = { ...this.learned, exempt: new Set(exempt) };
      this.report();
    }
    const report = this.state.report.value;
    const letBe = await checksLetBe(report.outcomes);
    if (this.state.report.value === report) this.state.letBe.value = letBe;
  }

  /** Describes an outcome that is legitimate here: 例外 of the page or the site, whatever its evidence was. */
  captureException(outcome: JudgedOutcome | null, ignore: Ignore): PageCapture {
    return { ...this.capture(outcome), quote: '', anchor: null, verdict: { to: 'ignored', ...ignore } };
  }

  /** Describes a column of this page that legitimately has nothing new (no personnel change this year). */
  captureColumnException(column: string, ignore: Ignore): PageCapture {
    const { outcomes } = this.state.report.value!;
    const about = outcomes.find(({ check }) => check === columnsCheck) ?? null;
    return {
      ...this.captureException(about, ignore),
      quote: column,
      column,
      description: t('columns.excepted', column),
    };
  }

  /** Scrolls to a piece of evidence and paints it; remembers it as lost when its words are gone. */
  locate(evidence: Evidence): void {
    const range = evidence.place && this.reading?.rangeOf(evidence.place);
    this.state.lost.value = range ? null : evidence;
    if (range) this.spotlight.show(range);
  }

  /** Finds the quote of a recorded finding again; false when it is not there (yet) or not certain. */
  showAnchor(anchor: Anchor): boolean {
    const range = rangeOfAnchor(document, anchor);
    if (range) this.spotlight.show(range);
    return range !== null;
  }

  /** Takes away what {@link locate} painted. */
  forgetEvidence(): void {
    this.spotlight.forget();
  }

  /** The links of the page's lists, with where their rows stand. */
  listLinks(): { href: string; range: Range }[] {
    if (!this.reading) return [];
    const { snapshot, rangeOf } = this.reading;
    return snapshot.lists.flatMap(({ items }) =>
      items.flatMap(({ href, place }) => {
        const range = href && place ? rangeOf(place) : null;
        return range ? [{ href, range }] : [];
      }),
    );
  }

  /**
   * Describes the page for the record. With evidence, that is the quote; else the reviewer's selection, if any.
   * Reads the page first when it was not read yet, so that a flag never lacks its outcomes.
   */
  capture(about: JudgedOutcome | null = null, evidence: Evidence | null = null): PageCapture {
    if (!this.reading) this.read();
    const { snapshot, outcomes, now } = this.state.report.value!;
    const range = evidence ? this.rangeOfEvidence(evidence) : selectedRange();
    this.described = range;
    const concerning = about ? [about] : outcomes.filter((outcome) => outcome.kind === 'fail');
    return {
      ...namesOf(snapshot),
      now,
      outcomes,
      about,
      description: concerning.map((outcome) => words(outcome.reason)).join('；'),
      quote: range ? range.toString().trim() : (evidence?.quote ?? ''),
      anchor: range ? anchorOfRange(range) : null,
      suggestion: '',
      sentence: '',
      verdict: null,
    };
  }

  /** Describes an account that does not fit the roster; both values are in the words. */
  captureDoubt(doubt: Sentence): PageCapture {
    const capture = this.capture();
    return { ...capture, about: null, outcomes: [], quote: '', anchor: null, description: words(doubt) };
  }

  /** The page's names and its whole text, as it was last read. */
  viewed(): ViewedPage {
    if (!this.reading) this.read();
    const { snapshot, now } = this.state.report.value!;
    return { ...namesOf(snapshot), now, text: snapshot.blocks.map(({ text }) => text).join('\n') };
  }

  /** Describes a suspected typo with what the reviewer decided about it. */
  captureTypo(typo: PageTypo, verdict: Verdict): PageCapture {
    const { pack } = this.state.report.value!;
    const outcome = typoOutcome(typo, pack);
    const capture = this.capture(outcome, outcome.evidence[0]);
    return { ...capture, quote: typo.wrong, suggestion: typo.right, sentence: typo.sentence, verdict };
  }

  /** What the page tells the open campaign about itself. Reads the page first when it was not read yet. */
  visit(): PageVisit {
    if (!this.reading) this.read();
    const { snapshot, outcomes } = this.state.report.value!;
    return visitOf(snapshot, outcomes, this.subject.consultations(snapshot), this.judging.earlier);
  }

  /** Describes a consultation whose feedback was looked for; the record speaks of the consultation, not of the search. */
  captureMissing({ title, place, href }: ConsultationCase, description: string): PageCapture {
    const { outcomes } = this.state.report.value!;
    const about = outcomes.find((outcome) => outcome.check === 'consultationFeedback') ?? null;
    const capture = this.capture(about, { quote: title, place, href });
    return { ...capture, quote: title, description };
  }

  private rangeOfEvidence(evidence: Evidence): Range | null {
    return (evidence.place && this.reading?.rangeOf(evidence.place)) ?? null;
  }
}
