import { type Query, searchTextOf } from './filter';
import type { Finding } from './finding';

/** Findings in a stretch: when one of them changes, so many are looked through again. */
const SIZE = 500;

/**
 * Findings that stand one after the other in a list, with their texts as one, so that a word is looked for in all of them at once:
 * a hundred thousand calls take longer than what they do. Nothing in it changes; a changed finding makes another stretch.
 */
export class Stretch {
  /** Where each finding's text begins, and where the last one ends. */
  private readonly starts: number[] = [];
  private readonly text: string;
  private asked: Query | null = null;
  private answer: readonly Finding[] = [];
  private readonly ids: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;

  constructor(readonly findings: readonly Finding[]) {
    const texts = findings.map((finding) => `${searchTextOf(finding)}\n`);
    let end = 0;
    for (const text of texts) {
      this.starts.push(end);
      end += text.length;
    }
    this.starts.push(end);
    this.text = texts.join('');
    this.ids = new Set(findings.map(({ id }) => id));
    this.sites = new Set(findings.map(({ site }) => site));
  }

  /** True when one of these is among them. */
  holdsAny(ids: ReadonlySet<string>): boolean {
    const [few, others] = ids.size < this.ids.size ? [ids, this.ids] : [this.ids, ids];
    return [...few].some((id) => others.has(id));
  }

  /** Those that pass, in their order. The answer to the question asked last is at hand. */
  matching(query: Query): readonly Finding[] {
    if (query !== this.asked) {
      this.answer = query.words.length > 0 ? [...this.saying(query)] : this.findings.filter(query.fits);
      this.asked = query;
    }
    return this.answer;
  }

  private *saying({ words: [first, ...others], fits }: Query): Generator<Finding> {
    for (let at = this.text.indexOf(first!), row = 0; at >= 0; ) {
      while (this.starts[row + 1]! <= at) row++;
      const end = this.starts[row + 1]!;
      const own = others.length > 0 ? this.text.slice(this.starts[row], end) : '';
      const finding = this.findings[row]!;
      if (others.every((word) => own.includes(word)) && fits(finding)) yield finding;
      at = this.text.indexOf(first!, end);
    }
  }
}

/** A list as stretches. */
export function stretchesOf(findings: readonly Finding[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < findings.length; start += SIZE)
    stretches.push(new Stretch(findings.slice(start, start + SIZE)));
  return stretches;
}

/** Puts changed findings where they belong: newest first; of `ids`, those that are not among them go. What did not change stays. */
export function replaced(
  stretches: readonly Stretch[],
  ids: ReadonlySet<string>,
  changed: readonly Finding[],
): Stretch[] {
  const coming = [...changed].sort(newestFirst);
  if (stretches.length === 0) return stretchesOf(coming);
  return stretches.flatMap((stretch, index) => {
    const oldest = stretch.findings.at(-1)!;
    const isLast = index === stretches.length - 1;
    const later = coming.findIndex((one) => !isLast && newestFirst(one, oldest) > 0);
    const own = coming.splice(0, later < 0 ? coming.length : later);
    if (own.length === 0 && !stretch.holdsAny(ids)) return stretch;
    const staying = stretch.findings.filter(({ id }) => !ids.has(id));
    const merged = [...staying, ...own].sort(newestFirst);
    // A stretch that grows by one finding is no reason for a stretch of one.
    return merged.length > 0 && merged.length < 2 * SIZE ? new Stretch(merged) : stretchesOf(merged);
  });
}

/** The order of the store's pages. */
function newestFirst(a: Finding, b: Finding): number {
  return a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1;
}
