import { browser } from 'wxt/browser';
import { TypoHost } from '../../utils/typos/host';

/** ms without a question after which the model is unloaded. */
const idle = 5 * 60_000;

/** The typo engine in a worker of an extension page (offscreen page, or Firefox's background page). */
export function startTypoHost(onIdle: () => void = () => undefined): TypoHost {
  return new TypoHost({
    start: () => new Worker(browser.runtime.getURL('/typo-worker.js' as never)),
    idle,
    schedule: (run, ms) =>
      setTimeout(() => {
        run();
        onIdle();
      }, ms) as unknown as number,
    cancel: (timer) => clearTimeout(timer),
  });
}
