import type { Anchor } from '../anchors/anchor';
import { maskPersonal } from './find';

/** Words before a number by which its place is found again: 身份证号：. */
const LEAD = 16;

/**
 * An anchor that tells nobody's number. A quote that is one is found again by the words before it; null when there are none.
 * Lengths stay, so that offsets still hold.
 */
export function coveredAnchor(anchor: Anchor): Anchor | null {
  const { exact, start } = anchor;
  const prefix = covered(anchor.prefix);
  const suffix = covered(anchor.suffix);
  if (maskPersonal(exact) === exact) return { ...anchor, prefix, suffix };
  const line = prefix.slice(prefix.lastIndexOf('\n', prefix.trimEnd().length - 1) + 1);
  const lead = line.trim().slice(-LEAD);
  if (lead.length < 2 || lead.includes('*')) return null;
  const at = prefix.lastIndexOf(lead);
  const { path } = anchor;
  return {
    exact: lead,
    prefix: prefix.slice(0, at),
    suffix: '',
    start: start - prefix.length + at,
    end: start - prefix.length + at + lead.length,
    ...(path ? { path } : {}),
  };
}

/** Also numbers of which the context holds only one end. */
function covered(context: string): string {
  return maskPersonal(context).replace(/^[\dXx]{4,}|\d{4,}$/g, (part) => '*'.repeat(part.length));
}
