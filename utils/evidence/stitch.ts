import { captionOf } from './caption';
import type { Size } from './layout';
import { encoded } from './picture';

/** The tallest page that is kept whole, in CSS px, and the most pixels of a picture: memory and encoders have limits. */
const MAX_HEIGHT = 30_000;
const MAX_PIXELS = 48_000_000;

/** The part of a page that a picture shows, and at what scale. */
export interface Plan {
  /** CSS px of the page that are shown, from its top. */
  height: number;
  /** The page is taller than that. */
  cut: boolean;
  /** Picture px per CSS px: at most 1, since the sharp picture of the quote is kept beside it. */
  scale: number;
}

/** What of a page fits into one picture. `page` and `window` in CSS px. */
export function planOf(page: Size, window: Size): Plan {
  const height = Math.min(Math.max(page.height, window.height), MAX_HEIGHT);
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (window.width * height)));
  return { height, cut: page.height > height, scale };
}

/** Puts pictures of the window together to one of the page; each stands where the page was scrolled to. */
export function stitcher(plan: Plan, window: Size, caption: readonly string[]) {
  const width = Math.round(window.width * plan.scale);
  const height = Math.round(plan.height * plan.scale);
  const strip = captionOf(caption, width, Math.max(plan.scale, width / 1_600));
  const canvas = new OffscreenCanvas(width, height + strip.height);
  const pen = canvas.getContext('2d')!;
  return {
    /** `y`: how far the page was scrolled when the picture was taken, in CSS px. */
    async add(tile: Blob, y: number): Promise<void> {
      const picture = await createImageBitmap(tile);
      pen.drawImage(picture, 0, y * plan.scale, width, window.height * plan.scale);
      picture.close();
    },

    async finish(): Promise<Blob> {
      strip.draw(pen, height);
      return encoded(canvas);
    },
  };
}
