import { captionOf } from './caption';
import { around, type Box, inPicture, type Size } from './layout';

/** What is drawn into a screenshot, and where. */
export interface Markup {
  /** Boxes of the quote in the window, in CSS px. */
  boxes: readonly Box[];
  /** The window's inner size in CSS px. */
  window: Size;
  /** Sentences of the strip under the picture. */
  caption: readonly string[];
}

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
  const strip = captionOf(caption, picture.width, scale);
  const canvas = new OffscreenCanvas(picture.width, picture.height + strip.height);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0);
  const marked = inPicture(boxes, window, picture);
  pen.strokeStyle = '#d3241b';
  pen.lineWidth = 2 * scale;
  for (const { left, top, width, height } of marked)
    pen.strokeRect(left - 2 * scale, top - 2 * scale, width + 4 * scale, height + 4 * scale);
  // The strip is drawn last: an outline at the lower edge must not run into it.
  strip.draw(pen, picture.height);
  picture.close();
  return { image: await encoded(canvas), focus: around(marked) };
}

/** A canvas as the JPEG that is kept. */
export function encoded(canvas: OffscreenCanvas): Promise<Blob> {
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** Width up to which a picture that was brought along keeps its size, in px. */
const MAX_WIDTH = 2_000;

/**
 * A picture from elsewhere (a phone's screenshot) with a caption strip. It is encoded anew, so that what a camera wrote beside
 * the pixels (place, owner) is not kept. Throws DOMException when the file is no picture.
 */
export async function drawBrought(file: Blob, caption: readonly string[]): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const shrink = Math.min(1, MAX_WIDTH / picture.width);
  const width = Math.round(picture.width * shrink);
  const height = Math.round(picture.height * shrink);
  const strip = captionOf(caption, width, Math.max(1, width / 800));
  const canvas = new OffscreenCanvas(width, height + strip.height);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(picture, 0, 0, width, height);
  strip.draw(pen, height);
  picture.close();
  return encoded(canvas);
}
