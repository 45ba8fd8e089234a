import type { TagSpot } from '../../components/overlay/model';
import type { PageReading } from '../../utils/page/read';

/**
 * Where the tags of the lists belong; only lists of the page itself, since a frame scrolls on its own.
 *
 * @param origin where the overlay's own layer stands in the window, in px: tags are placed relative to it.
 */
export function tagSpotsOf(
  { snapshot, rangeOf }: PageReading,
  origin: { left: number; top: number },
): TagSpot[] {
  const spots: TagSpot[] = [];
  for (const list of snapshot.lists) {
    const first = list.frame === 0 ? list.items.find((item) => item.place) : undefined;
    const range = first?.place ? rangeOf(first.place) : null;
    const box = range && rowBox(range);
    if (box) spots.push({ list: list.id, left: box.right - origin.left, top: box.top - origin.top });
  }
  return spots;
}

/** The box of the row that a list item stands in, in the window; null when it is not drawn. */
function rowBox(range: Range): DOMRect | null {
  const row = range.startContainer.parentElement?.closest('li, tr, dd, dl, p, div');
  const box = (row ?? range).getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? box : null;
}
