import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createEngine } from '../utils/typos/engine';
import { serveJobs } from '../utils/typos/host';

/** The typo engine's worker: loads the model that comes with the extension and checks texts, nothing else. */
export default defineUnlistedScript(() => {
  serveJobs(globalThis as never, async () => {
    const model = await fetch(new URL('/models/typos.bin', location.origin));
    if (!model.ok) throw new Error(`models/typos.bin: ${model.status}`);
    const engine = createEngine(new Uint8Array(await model.arrayBuffer()));
    return ({ texts, level, office }) => {
      const deny = office?.deny.map((term) => ({ ...term, kind: 'wording' as const }));
      return texts.map((text) =>
        engine.check(text, { level, allow: office?.allow, deny, leaders: office?.leaders }),
      );
    };
  });
});
