import type { Finding } from './finding';

/**
 * True when a finding waits for this reviewer's blind second verdict: somebody else has given one, they have not. Findings that
 * nobody has judged are first looks, not second ones.
 */
export function waitsForSecond(finding: Finding, reviewer: string): boolean {
  const { opinions } = finding;
  return opinions.length > 0 && opinions.every(({ author }) => author !== reviewer);
}
