import { PASSWORD } from '../../tests/lib/endpoint';
import { entriesBy } from '../../tests/lib/entries';
import { sha256Blob } from '../../utils/findings/sha256';
import { endpointOf } from '../../utils/sync/endpoint';
import { SyncProblem } from '../../utils/sync/problem';

const SCREENSHOT_BYTES = 200_000;

/** Reviewers who each send five edits and a screenshot and look once for news; so many at a time. */
export async function simulateReviewers(url: string, names: string[], reviewers: number, atOnce: number) {
  const start = performance.now();
  let next = 0;
  const errors: Record<string, number> = {};
  const note = (kind: string) => {
    errors[kind] = (errors[kind] ?? 0) + 1;
  };
  const worker = async () => {
    while (next < reviewers) {
      const user = names[next++ % names.length]!;
      const endpoint = endpointOf({ url, team: 'gov', user, password: PASSWORD }, { fetch });
      const blob = new Blob([new Uint8Array(SCREENSHOT_BYTES).fill(next), user], { type: 'image/png' });
      try {
        const verdicts = await endpoint.push(entriesBy(user, 5));
        if ([...verdicts.values()].some((verdict) => verdict !== 'held')) note('refused');
        const sha = await sha256Blob(blob);
        for (const missing of await endpoint.missing([sha])) await endpoint.putBlob(missing, blob);
        await endpoint.changes(null, 100);
      } catch (cause) {
        note(cause instanceof SyncProblem ? cause.kind : String(cause));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { reviewers, atOnce, errors, ms: Math.round(performance.now() - start) };
}
