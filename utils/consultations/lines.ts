import type { PageSnapshot, Place, TextBlock } from '../page/snapshot';

/** A line of the page's text: one block, or a label cell with the value cell after it. */
export interface Line {
  text: string;
  /** First block of the line; offsets before `valueAt` are in it. */
  block: number;
  /** Offset at which the value block begins, when the line is label + value. */
  valueAt: number | null;
}

const LABEL =
  /^[\s\u3000]*[\u4e00-\u9fa5\s\u3000]{2,14}(?:时间|日期|期限|截止|截至|状态|起止|进度|方式|反馈|情况)[\s\u3000]*[:：]?$/;

/** The lines of the page's own text, footer and navigation left out; labels joined with the value in the next block. */
export function mainLines(snapshot: Pick<PageSnapshot, 'blocks'>): Line[] {
  const blocks = snapshot.blocks.filter((b) => b.main);
  const lines: Line[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const next: TextBlock | undefined = blocks[i + 1];
    if (next && next.id === block.id + 1 && LABEL.test(block.text) && !LABEL.test(next.text)) {
      lines.push({ text: `${block.text}\t${next.text}`, block: block.id, valueAt: block.text.length + 1 });
      i++;
    } else lines.push({ text: block.text, block: block.id, valueAt: null });
  }
  return lines;
}

/** Where a stretch of a line stands on the page; a stretch over both parts is anchored in its value. */
export function placeInLine(line: Line, start: number, end: number): Place {
  if (line.valueAt === null || end < line.valueAt) return { block: line.block, start, end };
  return {
    block: line.block + 1,
    start: Math.max(0, start - line.valueAt),
    end: Math.max(0, end - line.valueAt),
  };
}
