import { around, type Box, inPicture, type Size, wrapped } from './layout';

/** What is drawn into a screenshot, and where. */
export interface Markup {
  /** Boxes of the quote in the window, in CSS px. */
  boxes: readonly Box[];
  /** The window's inner size in CSS px. */
  window: Size;
  /** Sentences of the strip under the picture. */
  caption: readonly string[];
}

/** Height of a line of the caption and its margin, in CSS px. */
const LINE = 20;
const MARGIN = 10;
const QUALITY = 0.85;

/**
 * A screenshot with the quote outlined and a caption strip below it. The strip is added under the picture and the outline runs
 * round the quote, so no word of the page is covered. JPEG, encoded once from the browser's lossless picture. `focus`
 * is the place of the quote in the picture, in its px; null when it does not show.
 */
export async function drawEvidence(
  screenshot: Blob,
  { boxes, window, caption }: Markup,
): Promise<{ image: Blob; focus: Box | null }> {
  const picture = await createImageBitmap(screenshot);
  const scale = picture.width / window.width;
  const font = `${Math.round(13 * scale)}px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif`;
  const measuring = new OffscreenCanvas(1, 1).getContext('2d')!;
  measuring.font = font;
  const room = picture.width - 2 * MARGIN * scale;
  const lines = wrapped(caption, room, (text) => measuring.measureText(text).width);
  const strip = Math.ceil((lines.length * LINE + 2 * MARGIN) * scale);

  const canvas = new OffscreenCanvas(picture.width, picture.height + strip);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0);
  const marked = inPicture(boxes, window, picture);
  pen.strokeStyle = '#d3241b';
  pen.lineWidth = 2 * scale;
  for (const { left, top, width, height } of marked)
    pen.strokeRect(left - 2 * scale, top - 2 * scale, width + 4 * scale, height + 4 * scale);
  // The strip is drawn last: an outline at the lower edge must not run into it.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, picture.height, picture.width, strip);
  pen.fillStyle = '#57606a';
  pen.fillRect(0, picture.height, picture.width, Math.max(1, Math.round(scale)));
  pen.fillStyle = '#1b1f24';
  pen.font = font;
  pen.textBaseline = 'middle';
  for (const [index, line] of lines.entries())
    pen.fillText(line, MARGIN * scale, picture.height + (MARGIN + (index + 0.5) * LINE) * scale);
  picture.close();
  return {
    image: await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }),
    focus: around(marked),
  };
}
