import type { OverlayState } from '../../components/overlay/model';
import { paint, scrollToRange, unpaint } from '../../utils/page/live/highlight';
import { boxesOf } from './evidence';

const HIGHLIGHT = 'duwang-evidence';

/** Shows a piece of evidence on the page: one at a time, painted by the browser, or boxed in the overlay where it cannot. */
export class Spotlight {
  private boxed: Range | null = null;

  constructor(private readonly state: OverlayState) {
    // Boxes stand still in the window while the page moves under them.
    addEventListener('scroll', () => this.drawBoxes(), { passive: true, capture: true });
    addEventListener('resize', () => this.drawBoxes(), { passive: true });
  }

  show(range: Range): void {
    this.forget();
    scrollToRange(range);
    if (!paint(HIGHLIGHT, [range])) {
      this.boxed = range;
      this.drawBoxes();
    }
  }

  /** Takes it away, and what was said to be lost. */
  forget(): void {
    unpaint(HIGHLIGHT);
    this.boxed = null;
    this.state.boxes.value = [];
    this.state.lost.value = null;
  }

  private drawBoxes(): void {
    if (this.boxed) this.state.boxes.value = boxesOf(this.boxed);
  }
}
