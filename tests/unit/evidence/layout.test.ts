import { describe, expect, it } from 'vitest';
import { around, cropAround, inPicture, wrapped } from '../../../utils/evidence/layout';

const window = { width: 1000, height: 500 };
const picture = { width: 2000, height: 1000 };

describe('boxes in a picture', () => {
  it('scales them, cuts them at the edges and drops those outside', () => {
    const boxes = [
      { left: 10, top: 20, width: 30, height: 10 },
      { left: 990, top: 490, width: 50, height: 50 },
      { left: 10, top: 600, width: 30, height: 10 },
    ];
    expect(inPicture(boxes, window, picture)).toEqual([
      { left: 20, top: 40, width: 60, height: 20 },
      { left: 1980, top: 980, width: 20, height: 20 },
    ]);
  });

  it('has one rectangle around all of them, and none around none', () => {
    const boxes = [
      { left: 10, top: 20, width: 30, height: 10 },
      { left: 0, top: 40, width: 20, height: 10 },
    ];
    expect(around(boxes)).toEqual({ left: 0, top: 20, width: 40, height: 30 });
    expect(around([])).toBeNull();
  });
});

describe('cropAround', () => {
  it('keeps the place in the middle where there is room, and stays inside the picture', () => {
    const middle = { left: 1000, top: 500, width: 40, height: 20 };
    const crop = cropAround(middle, picture);
    expect(crop.left + crop.width / 2).toBe(1020);
    expect(crop.top + crop.height / 2).toBe(510);
    const corner = cropAround({ left: 1980, top: 980, width: 20, height: 20 }, picture);
    expect(corner.left + corner.width).toBe(picture.width);
    expect(corner.top + corner.height).toBe(picture.height);
    expect(cropAround(middle, { width: 300, height: 100 })).toEqual({
      left: 0,
      top: 0,
      width: 300,
      height: 100,
    });
  });
});

describe('wrapped', () => {
  const measure = (text: string) => text.length * 10;

  it('breaks anywhere, one line per short text', () => {
    expect(wrapped(['abc', 'abcdefg'], 40, measure)).toEqual(['abc', 'abcd', 'efg']);
  });

  it('ends what is too long with …', () => {
    expect(wrapped(['a'.repeat(100)], 40, measure)).toEqual(['aaaa', 'aaaa', 'aaa…']);
  });
});
