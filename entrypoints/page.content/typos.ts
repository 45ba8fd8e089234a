import type { OverlayState } from '../../components/overlay/model';
import type { Suspicion } from '../../utils/findings/ignores';
import { sendMessage } from '../../utils/messages';
import { paint, unpaint } from '../../utils/page/live/highlight';
import type { PageReading } from '../../utils/page/read';
import type { TextBlock } from '../../utils/page/snapshot';
import { batchesOf, isProse, type PageTypo, shownTypos } from '../../utils/typos/page';
import { LEVELS, type Level, type Suggestion } from '../../utils/typos/suggestion';
import { say } from '../../utils/words';

const highlightOf = (level: Level) => `duwang-typo-${level}`;

/** Suspected typos of one page: asks the engine for texts it has not seen, what is in view first, and paints. */
export class TypoReview {
  /** Answers by text: scrolling and re-reading cost nothing. */
  private readonly known = new Map<string, Suggestion[]>();
  private reading: PageReading | null = null;
  private blocks: TextBlock[] = [];
  private painted: { typo: PageTypo; range: Range }[] = [];

  constructor(
    private readonly state: OverlayState,
    private readonly level: Level,
  ) {}

  /** Checks a new reading of the page; a later reading takes over from one that is still being checked. */
  async check(reading: PageReading): Promise<void> {
    this.reading = reading;
    this.blocks = reading.snapshot.blocks.filter(isProse);
    await this.show();
    const unknown = this.inViewFirst().filter((text) => !this.known.has(text));
    this.state.typoProgress.value = unknown.length > 0 ? say('typoReview.checking') : null;
    try {
      for (const texts of batchesOf(unknown)) {
        const replies = await sendMessage('checkTypos', { texts, level: this.level });
        for (const [index, text] of texts.entries()) this.known.set(text, replies[index] ?? []);
        if (this.reading !== reading) return;
        await this.show();
      }
      this.state.typoProgress.value = null;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (this.reading === reading) this.state.typoProgress.value = say('typoReview.unavailable', detail);
    }
  }

  /** Shows what is known now: after an answer, and after the reviewer ignored something. */
  async show(): Promise<void> {
    const reading = this.reading;
    if (!reading) return;
    const all = shownTypos(this.blocks, (text) => this.known.get(text), this.level);
    const shown = await withoutIgnored(all);
    if (this.reading !== reading) return;
    this.painted = shown.flatMap((typo) => {
      const range = reading.rangeOf(typo);
      return range ? [{ typo, range }] : [];
    });
    this.state.typos.value = this.painted.map(({ typo }) => typo);
    for (const level of LEVELS) {
      const ranges = this.painted.filter(({ typo }) => typo.level === level).map(({ range }) => range);
      if (ranges.length > 0) paint(highlightOf(level), ranges);
      else unpaint(highlightOf(level));
    }
  }

  /** The suspicion under a point of the window, with the box of its words; null elsewhere. */
  at(x: number, y: number): { typo: PageTypo; box: DOMRect } | null {
    for (const { typo, range } of this.painted) {
      for (const box of range.getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return { typo, box };
      }
    }
    return null;
  }

  stop(): void {
    this.reading = null;
    for (const level of LEVELS) unpaint(highlightOf(level));
  }

  private inViewFirst(): string[] {
    const distance = (block: TextBlock) => {
      const box = this.reading!.rangeOf({ block: block.id, start: 0, end: 1 })?.getBoundingClientRect();
      if (!box) return Number.POSITIVE_INFINITY;
      return box.bottom < 0 ? -box.bottom : Math.max(0, box.top - innerHeight);
    };
    return this.blocks
      .map((block) => ({ text: block.text, distance: distance(block) }))
      .sort((a, b) => a.distance - b.distance)
      .map(({ text }) => text);
  }
}

async function withoutIgnored(typos: PageTypo[]): Promise<PageTypo[]> {
  if (typos.length === 0) return typos;
  const suspicions: Suspicion[] = typos.map(({ wrong, right }) => ({
    url: location.href,
    check: 'typos',
    quote: wrong,
    suggestion: right,
  }));
  const ignored = await sendMessage('ignoredOf', suspicions);
  return typos.filter((_, index) => !ignored[index]);
}
