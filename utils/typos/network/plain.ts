import type { Kernel } from './kernel';

/** The same in JavaScript, some twenty times slower. */
export function plain(): Kernel {
  return {
    room: (length) => new Float32Array(length),
    factor: ({ values, scales, columns }) => ({ inner: scales.length, columns, values, scales }),
    multiply(x, { inner, columns, values, scales }, y, rows) {
      for (let row = 0; row < rows; row++) {
        const sums = y.subarray(row * columns, (row + 1) * columns).fill(0);
        for (let k = 0; k < inner; k++) {
          const value = x[row * inner + k]! * scales[k]!;
          const base = k * columns;
          for (let column = 0; column < columns; column++) sums[column]! += value * values[base + column]!;
        }
      }
    },
    recur(gates, bias, state, rows, width) {
      for (let row = 0; row < rows; row++)
        for (let i = 0; i < width; i++) {
          const at = row * 2 * width + i;
          const fresh = Math.tanh(gates[at + width]! + bias[width + i]!);
          const keep = row === 0 ? 0 : 1 / (1 + Math.exp(-gates[at]! - bias[i]!));
          const before = row === 0 ? 0 : state[(row - 1) * width + i]!;
          state[row * width + i] = keep * before + (1 - keep) * fresh;
        }
    },
    attend(asked, heard, rows, heads, width) {
      const dim = width / heads;
      const shares = new Float32Array(rows);
      for (let head = 0; head < heads; head++)
        for (let row = 0; row < rows; row++) {
          const question = row * 3 * width + head * dim;
          let most = Number.NEGATIVE_INFINITY;
          for (let other = 0; other < rows; other++) {
            const key = other * 3 * width + width + head * dim;
            let sum = 0;
            for (let i = 0; i < dim; i++) sum += asked[question + i]! * asked[key + i]!;
            shares[other] = sum / Math.sqrt(dim);
            most = Math.max(most, shares[other]!);
          }
          let total = 0;
          for (let other = 0; other < rows; other++) {
            shares[other] = Math.exp(shares[other]! - most);
            total += shares[other]!;
          }
          const sums = heard.subarray(row * width + head * dim, row * width + (head + 1) * dim).fill(0);
          for (let other = 0; other < rows; other++) {
            const value = other * 3 * width + 2 * width + head * dim;
            for (let i = 0; i < dim; i++) sums[i]! += (shares[other]! / total) * asked[value + i]!;
          }
        }
    },
    turn(asked, { cos, sin, half }, rows, heads, width) {
      for (let row = 0; row < rows; row++)
        for (let at = row * width; at < row * width + heads * 2 * half; at += 2 * half)
          for (let i = 0; i < half; i++) {
            const [one, other] = [asked[at + i]!, asked[at + half + i]!];
            const [c, s] = [cos[row * half + i]!, sin[row * half + i]!];
            asked[at + i] = one * c - other * s;
            asked[at + half + i] = one * s + other * c;
          }
    },
    add(x, y, size) {
      for (let at = 0; at < size; at++) x[at]! += y[at]!;
    },
    square(x, size) {
      for (let at = 0; at < size; at++) x[at] = Math.max(0, x[at]!) ** 2;
    },
    weigh(x, by, more, rows) {
      for (let at = 0; at < rows * by.length; at++)
        x[at] = x[at]! * by[at % by.length]! + more[at % by.length]!;
    },
  };
}
