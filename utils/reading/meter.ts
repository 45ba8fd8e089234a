/** After so many ms without a key, a scroll or the pointer nobody is taken to read on. */
const IDLE = 120_000;

/** What was read of a page since it was last asked. */
export interface ReadShare {
  /** Whole seconds in view. */
  seconds: number;
  /** How far down the page was seen, in percent of its height. */
  share: number;
}

/**
 * Adds up how long a page is in view, and how much of it: from when it shows until it is hidden, leaving out what follows two
 * minutes in which nobody moved. All times in ms of one clock.
 */
export class ReadingMeter {
  private ms = 0;
  private share = 0;
  private from: number | null = null;
  private moved = 0;

  show(now: number): void {
    this.settle(now);
    this.from = now;
    this.moved = now;
  }

  hide(now: number): void {
    this.settle(now);
    this.from = null;
  }

  /** Somebody is there: a key, a scroll, the pointer. */
  move(now: number): void {
    if (this.from === null) return;
    this.settle(now);
    this.moved = now;
  }

  /** The lower edge of the window stands at so many percent of the page. */
  see(percent: number): void {
    this.share = Math.max(this.share, Math.min(100, Math.round(percent)));
  }

  /** The whole seconds since the last asking; what is left over counts the next time. Null when there are none. */
  take(now: number): ReadShare | null {
    this.settle(now);
    const seconds = Math.floor(this.ms / 1000);
    if (seconds === 0) return null;
    this.ms -= seconds * 1000;
    return { seconds, share: this.share };
  }

  private settle(now: number): void {
    if (this.from === null) return;
    const until = Math.min(now, this.moved + IDLE);
    this.ms += Math.max(0, until - this.from);
    this.from = now;
  }
}
