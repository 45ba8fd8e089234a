import { THUMBNAIL } from '../../../utils/report/xlsx';

/** A screenshot made small for a cell of a table; null where it cannot be read as a picture. */
export async function thumbnailOf(
  image: Blob,
): Promise<{ content: Blob; width: number; height: number } | null> {
  const whole = await createImageBitmap(image).catch(() => null);
  if (!whole) return null;
  const scale = Math.min(THUMBNAIL.width / whole.width, THUMBNAIL.height / whole.height, 1);
  const width = Math.max(1, Math.round(whole.width * scale));
  const height = Math.max(1, Math.round(whole.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.drawImage(whole, 0, 0, width, height);
  whole.close();
  return { content: await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 }), width, height };
}
