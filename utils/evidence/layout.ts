/** A rectangle in px; of the window, or of a picture, as said where it is used. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Boxes of the window in px of a picture of it; those outside the picture are left out, the others cut at its edges. */
export function inPicture(boxes: readonly Box[], window: Size, picture: Size): Box[] {
  const scale = picture.width / window.width;
  return boxes.flatMap((box) => {
    const left = Math.max(0, Math.floor(box.left * scale));
    const top = Math.max(0, Math.floor(box.top * scale));
    const right = Math.min(picture.width, Math.ceil((box.left + box.width) * scale));
    const bottom = Math.min(picture.height, Math.ceil((box.top + box.height) * scale));
    return right > left && bottom > top ? [{ left, top, width: right - left, height: bottom - top }] : [];
  });
}

/** The smallest rectangle around all boxes; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** The part of a picture to look at: the marked place with as much around it as makes it readable, inside the picture. */
export function cropAround(focus: Box, picture: Size): Box {
  const width = Math.min(picture.width, Math.max(640, focus.width + 160));
  const height = Math.min(picture.height, Math.max(200, focus.height + 120));
  const centre = { x: focus.left + focus.width / 2, y: focus.top + focus.height / 2 };
  const within = (at: number, room: number) => Math.round(Math.min(Math.max(at, 0), room));
  return {
    left: within(centre.x - width / 2, picture.width - width),
    top: within(centre.y - height / 2, picture.height - height),
    width,
    height,
  };
}

/** Most lines that one sentence of a caption may take; what is longer ends in …. */
const MAX_LINES = 3;

/** Breaks texts into lines no wider than `width`, anywhere, since addresses have no blanks. `measure` in px. */
export function wrapped(
  texts: readonly string[],
  width: number,
  measure: (text: string) => number,
): string[] {
  return texts.flatMap((text) => {
    const lines: string[] = [];
    let line = '';
    for (const character of text) {
      if (line && measure(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    lines.push(line);
    return lines.length > MAX_LINES
      ? [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1]!.slice(0, -1)}…`]
      : lines;
  });
}
