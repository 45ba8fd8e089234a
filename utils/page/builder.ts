import type { BlockRole } from './snapshot';
import type { Box, PageText } from './text';
import { roleOfTag } from './text';

/** Collects visible text node by node into blocks, white space collapsed as on screen. */
export class TextBuilder {
  /** UTF-16 units written so far, line breaks between blocks included. */
  length = 0;
  private pieces: string[] = [];
  private lastChar = '\n';
  private breakPending = false;
  /** The open block: where it begins in the text and among the pieces, and the box of its first text. */
  private blockStart = 0;
  private blockPieces = 0;
  private blockBox: Box | null = null;

  constructor(private readonly text: PageText) {}

  /** Adds one text node. */
  chars(node: Text, box: Box): void {
    const afterBlank = this.lastChar === '\n' || this.lastChar === ' ';
    let data = node.data;
    if (data.length < 80 && data.trim() === '') {
      if (afterBlank) return;
      data = ' ';
    } else if (/[\t\n\r\f]| {2}/.test(data)) data = data.replace(/[ \t\n\r\f]+/g, ' ');
    if (data === '' || (data === ' ' && afterBlank)) return;
    if (this.breakPending && this.lastChar !== '\n') this.push('\n');
    this.breakPending = false;
    if (data[0] === ' ' && (this.lastChar === '\n' || this.lastChar === ' ')) data = data.slice(1);
    if (data !== '') this.run(data, node, box);
  }

  /** Adds one run; `node` is null for text that a script of the page would write here. */
  run(data: string, node: Text | null, box: Box): void {
    if (this.length === this.blockStart) this.blockBox = box;
    this.text.runs.push({ node, start: this.length, end: this.length + data.length, box });
    this.push(data);
  }

  /** A `<br>`: the next text begins a new line of the same block. */
  breakLine(): void {
    this.breakPending = true;
  }

  /** Ends the open block, if it has text, and starts the next line. */
  closeBlock(): void {
    this.breakPending = false;
    if (this.length === this.blockStart) return;
    const words = this.openText();
    if (words.trim() !== '') {
      const box = this.blockBox!;
      this.text.starts.push(this.blockStart);
      this.text.blocks.push({
        id: this.text.blocks.length,
        text: words.trimEnd(),
        ...roleOf(box),
        main: box.zone === 'body',
        frame: box.frame,
      });
    }
    this.push('\n');
    this.blockStart = this.length;
    this.blockPieces = this.pieces.length;
  }

  /** The end of what was written since `start`, without the line break that a closed block leaves. */
  contentEnd(start: number): number {
    return this.lastChar === '\n' && this.length > start ? this.length - 1 : this.length;
  }

  /** Everything written. */
  finish(): string {
    this.closeBlock();
    return this.pieces.join('');
  }

  private openText(): string {
    const single = this.pieces.length - this.blockPieces === 1;
    return single ? this.pieces[this.blockPieces]! : this.pieces.slice(this.blockPieces).join('');
  }

  private push(data: string): void {
    this.pieces.push(data);
    this.length += data.length;
    this.lastChar = data[data.length - 1]!;
  }
}

/** Role and heading level of the block whose first text lies in `box`. */
function roleOf(box: Box): { role: BlockRole; level?: number } {
  if (box.zone === 'footer') return { role: 'footer' };
  for (let at: Box | null = box, depth = 0; at && depth < 5; at = at.parent, depth++) {
    const role = roleOfTag(at.tag);
    if (role === 'heading') return { role, level: Number(at.tag[1]) };
    if (role && box.zone === 'nav') return { role: 'nav' };
    if (role) return { role };
  }
  return { role: box.zone === 'nav' ? 'nav' : 'other' };
}
