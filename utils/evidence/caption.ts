import { wrapped } from './layout';

/** Height of a line of the caption and its margin, in CSS px. */
const LINE = 20;
const MARGIN = 10;

type Pen = OffscreenCanvasRenderingContext2D;

/** A strip of sentences to stand under a picture that is `width` px wide, at `scale` picture px per CSS px. */
export interface Caption {
  /** In picture px. */
  height: number;
  /** Draws the strip with its upper edge at `top`. */
  draw(pen: Pen, top: number): void;
}

/** Lays sentences out as a caption strip: where, when, by what, and which content. */
export function captionOf(sentences: readonly string[], width: number, scale: number): Caption {
  const font = `${Math.round(13 * scale)}px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif`;
  const measuring = new OffscreenCanvas(1, 1).getContext('2d')!;
  measuring.font = font;
  const room = width - 2 * MARGIN * scale;
  const lines = wrapped(sentences, room, (text) => measuring.measureText(text).width);
  const height = Math.ceil((lines.length * LINE + 2 * MARGIN) * scale);
  return {
    height,
    draw(pen, top) {
      pen.fillStyle = '#ffffff';
      pen.fillRect(0, top, width, height);
      pen.fillStyle = '#57606a';
      pen.fillRect(0, top, width, Math.max(1, Math.round(scale)));
      pen.fillStyle = '#1b1f24';
      pen.font = font;
      pen.textBaseline = 'middle';
      for (const [index, line] of lines.entries())
        pen.fillText(line, MARGIN * scale, top + (MARGIN + (index + 0.5) * LINE) * scale);
    },
  };
}
