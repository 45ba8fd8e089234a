import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Watch, watchPage } from '../../../utils/page/live/watch';

/** A clock and timers that the test moves by hand. */
function handClock() {
  let now = 0;
  let next = 1;
  const timers = new Map<number, { at: number; run: () => void }>();
  return {
    schedule(run: () => void, ms: number) {
      timers.set(next, { at: now + ms, run });
      return next++;
    },
    cancel: (timer: number) => void timers.delete(timer),
    now: () => now,
    advance(ms: number) {
      const until = now + ms;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        now = due[1].at;
        timers.delete(due[0]);
        due[1].run();
      }
      now = until;
    },
  };
}

/** Lets the browser deliver mutation records. */
const delivered = () => new Promise<void>((done) => queueMicrotask(() => done()));

describe('watchPage', () => {
  let watch: Watch | undefined;
  afterEach(() => {
    watch?.stop();
    document.body.replaceChildren();
  });

  function start() {
    const clock = handClock();
    const read = vi.fn();
    const host = document.createElement('div');
    document.documentElement.append(host);
    watch = watchPage(document, read, {
      ignore: host,
      quiet: 500,
      atMost: 3000,
      budget: 3,
      slow: 60_000,
      ...clock,
    });
    return { clock, read, host };
  }

  async function change() {
    document.body.append(document.createElement('p'));
    await delivered();
  }

  it('reads once after the last of several changes', async () => {
    const { clock, read } = start();
    await delivered();
    clock.advance(600);
    read.mockClear();
    await change();
    clock.advance(300);
    await change();
    clock.advance(300);
    expect(read).not.toHaveBeenCalled();
    clock.advance(200);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not wait for ever on a page that never stops changing', async () => {
    const { clock, read } = start();
    await delivered();
    clock.advance(600);
    read.mockClear();
    for (let i = 0; i < 10; i++) {
      await change();
      clock.advance(400);
    }
    expect(read).toHaveBeenCalled();
  });

  it('slows down once the budget is spent, and starts afresh at a new address', async () => {
    const { clock, read } = start();
    for (let i = 0; i < 5; i++) {
      await change();
      clock.advance(1000);
    }
    const spent = read.mock.calls.length;
    expect(spent).toBe(3);
    clock.advance(60_000);
    expect(read).toHaveBeenCalledTimes(spent + 1);
    watch!.reset();
    clock.advance(500);
    expect(read).toHaveBeenCalledTimes(spent + 2);
  });

  it('takes no notice of the overlay itself', async () => {
    const { clock, read, host } = start();
    await delivered();
    clock.advance(600);
    read.mockClear();
    host.append(document.createElement('b'));
    host.remove();
    await delivered();
    clock.advance(5000);
    expect(read).not.toHaveBeenCalled();
  });
});
