import puppeteer from 'puppeteer-core';

const SIDE = 24;
/** What an equal right part alone (政/攻, 贬/砭) is worth of full likeness. */
const SHARED_PART = 0.84;

export interface Lookalike {
  character: string;
  /** Cosine of the two blurred glyphs, 0 to 1. */
  similarity: number;
}

/**
 * For each character, those whose glyphs look most alike. The characters are drawn by Chromium with the
 * installed Noto CJK font and compared as blurred bitmaps, so the table is derived here and owes nobody data.
 */
export async function lookalikes(
  characters: string[],
  most = 24,
  least = 0.55,
): Promise<Map<string, Lookalike[]>> {
  const cells = await draw(characters);
  const vectors = cells.map((glyph) => blurred(glyph, 0));
  const rightParts = cells.map((glyph) => blurred(glyph, SIDE / 2 - 1));
  const result = new Map<string, Lookalike[]>();
  characters.forEach((character, row) => {
    const near: Lookalike[] = [];
    const own = vectors[row]!;
    for (let other = 0; other < characters.length; other++) {
      if (other === row) continue;
      const part = SHARED_PART * dot(rightParts[row]!, rightParts[other]!);
      const similarity = Math.max(dot(own, vectors[other]!), part);
      if (similarity >= least) near.push({ character: characters[other]!, similarity });
    }
    near.sort((a, b) => b.similarity - a.similarity);
    result.set(character, near.slice(0, most));
  });
  return result;
}

async function draw(characters: string[]): Promise<Float32Array[]> {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    const rows = await page.evaluate(
      (all: string, side: number) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = side * 2;
        const pen = canvas.getContext('2d', { willReadFrequently: true })!;
        pen.font = `${side * 2 - 4}px "Noto Sans CJK SC"`;
        pen.textBaseline = 'middle';
        pen.textAlign = 'center';
        return [...all].map((character) => {
          pen.fillStyle = '#fff';
          pen.fillRect(0, 0, side * 2, side * 2);
          pen.fillStyle = '#000';
          pen.fillText(character, side, side + 2);
          const { data } = pen.getImageData(0, 0, side * 2, side * 2);
          let cells = '';
          for (let y = 0; y < side; y++)
            for (let x = 0; x < side; x++) {
              const at = (y * 2 * side * 2 + x * 2) * 4;
              const ink = data[at]! + data[at + 4]! + data[at + side * 8]! + data[at + side * 8 + 4]!;
              cells += String.fromCharCode(255 - (ink >> 2));
            }
          return cells;
        });
      },
      characters.join(''),
      SIDE,
    );
    return rows.map((cells) => Float32Array.from(cells, (cell) => cell.charCodeAt(0)));
  } finally {
    await browser.close();
  }
}

/** Blurs (3×3 binomial), drops the columns before `left`, centres and scales to length 1. */
function blurred(cells: Float32Array, left: number): Float32Array {
  const result = new Float32Array(cells.length);
  const weights = [1, 2, 1];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const cell =
            y + dy < 0 || x + dx < 0 || x + dx >= SIDE ? 0 : (cells[(y + dy) * SIDE + x + dx] ?? 0);
          sum += cell * weights[dy + 1]! * weights[dx + 1]!;
        }
      result[y * SIDE + x] = sum;
    }
  const kept = result.filter((_, at) => at % SIDE >= left);
  const mean = kept.reduce((a, b) => a + b, 0) / kept.length;
  const length = Math.sqrt(kept.reduce((sum, cell) => sum + (cell - mean) ** 2, 0));
  return kept.map((cell) => (cell - mean) / (length || 1));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
