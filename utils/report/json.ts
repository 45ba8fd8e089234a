import type { Finding } from '../findings/finding';
import type { Instant } from '../page/snapshot';
import type { Unverified } from './unverified';

/** Members that name something: hashes, ids, addresses and times are never personal data and must stay exact. */
const EXACT =
  /^(?:id|url|siteCode|screenshot|html|type|time|item|campaign|check|status|.*At|.*Sha|start|end)$/;

/**
 * The findings as one JSON document for other programs, a piece per batch: every field by its name in
 * findings/finding.ts, states and categories by their ids. `mask` covers personal data in texts; without it they stay as they are.
 * `unverified`: true where the rule's clause or a number of it was never confirmed.
 */
export function* findingsJson(
  batches: Iterable<readonly Finding[]>,
  made: Instant,
  unverified: Unverified,
  mask?: (text: string, field: string) => string,
): Generator<string> {
  const head = JSON.stringify({ format: 'duwang-findings', version: 1, made, masked: mask !== undefined });
  const covered = (field: string, value: unknown) =>
    typeof value === 'string' && mask && !EXACT.test(field) ? mask(value, field) : value;
  yield `${head.slice(0, -1)},"findings":[`;
  let between = '\n';
  for (const findings of batches) {
    const rows = findings.map((finding) =>
      JSON.stringify({ ...finding, unverified: unverified(finding) }, covered),
    );
    if (rows.length === 0) continue;
    yield between + rows.join(',\n');
    between = ',\n';
  }
  yield '\n]}\n';
}
