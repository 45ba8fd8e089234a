import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveJobs } from '../utils/typos/host';
import { loadEngine } from '../utils/typos/load';

/** The typo engine's worker: loads the model that comes with the extension and checks texts, nothing else. */
export default defineUnlistedScript(() => {
  serveJobs(globalThis as never, async () => {
    const engine = await loadEngine((path) =>
      fetch(new URL(path, location.origin)).then((file) => file.arrayBuffer()),
    );
    return ({ texts, level }) => texts.map((text) => engine.check(text, { level }));
  });
});
