import type { PageSnapshot, Place } from '../page/snapshot';

/** A row of the request or dispute table whose stated total differs from its parts. */
export interface WrongTotal {
  label: string;
  parts: number[];
  stated: number;
  computed: number;
  place: Place;
}

/** 自然人, five kinds of 法人, 总计: seven numbers to a row of the request table. */
const REQUEST_COLUMNS = 7;
/** 维持, 纠正, 其他, 尚未审结, 总计, three times: fifteen numbers of the dispute table. */
const DISPUTE_GROUP = 5;
const DISPUTE_COLUMNS = 15;

/** Rows of the fixed format's tables whose total is not the sum of its parts. Rows with empty cells are left out: they cannot be told apart. */
export function wrongTotals({ blocks }: Pick<PageSnapshot, 'blocks'>): WrongTotal[] {
  const wrong: WrongTotal[] = [];
  for (let i = 0; i < blocks.length; i++) {
    let end = i;
    while (end < blocks.length && blocks[end]!.role === 'cell' && /^\d{1,7}$/.test(blocks[end]!.text.trim()))
      end++;
    const count = end - i;
    if (count === 0) continue;
    const numbers = blocks.slice(i, end).map((b) => Number(b.text));
    const group = count === REQUEST_COLUMNS ? REQUEST_COLUMNS : count === DISPUTE_COLUMNS ? DISPUTE_GROUP : 0;
    for (let at = 0; group > 0 && at < count; at += group) {
      const parts = numbers.slice(at, at + group - 1);
      const stated = numbers[at + group - 1]!;
      const computed = parts.reduce((a, b) => a + b, 0);
      const block = blocks[i + at + group - 1]!;
      const place = { block: block.id, start: 0, end: block.text.length };
      if (computed !== stated)
        wrong.push({ label: blocks[i - 1]?.text ?? '', parts, stated, computed, place });
    }
    i = end;
  }
  return wrong;
}
