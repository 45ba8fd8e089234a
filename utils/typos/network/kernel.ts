import { plain } from './plain';
import type { Quantised } from './quantised';

/** A matrix that a kernel has made ready to multiply with. */
export interface Factor {
  /** Rows and columns. */
  inner: number;
  columns: number;
  /** The kernel's own: whole numbers, and what one of them is worth in each row. */
  values: Int16Array | Int8Array;
  scales: Float32Array;
}

/** Where the networks' numbers lie and what multiplies them: WebAssembly with SIMD, or plain loops without it. */
export interface Kernel {
  /** Room for `length` numbers, all zero; lies where the kernel can reach it. */
  room(length: number): Float32Array;
  /** Takes in a matrix of `inner` rows (a multiple of 8) and so many columns (also). */
  factor(matrix: Quantised): Factor;
  /** `y[rows × columns] = x[rows × inner] w[inner × columns]`, row-major; `rows` a multiple of 4. */
  multiply(x: Float32Array, w: Factor, y: Float32Array, rows: number): void;
  /**
   * `state = z before + (1 - z) c`, row by row; each row of `gates` holds what makes z and then what makes c, `width` numbers
   * each, to which `bias` is added. Nothing is before the first row.
   */
  recur(gates: Float32Array, bias: Float32Array, state: Float32Array, rows: number, width: number): void;
  /**
   * Attention in `heads` parts: each row of `asked` holds questions, keys and values, `width` numbers each; a row of `heard` gets the
   * values of all rows, weighed by how well its questions go with their keys.
   */
  attend(asked: Float32Array, heard: Float32Array, rows: number, heads: number, width: number): void;
  /**
   * Turns pairs of numbers, each by its angle: those half a head apart, in the first `heads` stretches of each row of `asked`, which
   * holds `width` numbers. `cos` and `sin` hold half a head's numbers a row.
   */
  turn(asked: Float32Array, angles: Angles, rows: number, heads: number, width: number): void;
  /** Adds the first `size` numbers (a multiple of 4) of `y` to `x`. */
  add(x: Float32Array, y: Float32Array, size: number): void;
  /** Squares what is above 0 of the first `size` numbers (a multiple of 4), and makes the rest 0. */
  square(x: Float32Array, size: number): void;
  /** `x by + more`, each row with the same `by` and `more`; their length is that of a row, a multiple of 4. */
  weigh(x: Float32Array, by: Float32Array, more: Float32Array, rows: number): void;
}

/** By what {@link Kernel.turn} turns, row by row; lies where the kernel can reach it. */
export interface Angles {
  cos: Float32Array;
  sin: Float32Array;
  /** Pairs in a head. */
  half: number;
}

/** What a kernel must hold: numbers in all, values of all matrices, and rows × inner of the largest product. */
export interface Needs {
  numbers: number;
  weights: number;
  product: number;
}

/** tools/lexicon/network/kernel.wat, assembled; tests/unit/typos/network/kernel.test.ts holds the two together. */
export const KERNEL_WASM =
  'AGFzbQEAAAABNgdgBn9/f39/fwBgB39/f39/f38AYAF7AXtgBX9/f39/AGAHf39/f39/fQBgA39/fwBgAn9/AAMLCgABAgMCBAEFBgMFAwEAAQdPCQZtZW1vcnkCAAhxdWFudGlzZQAACG11bHRpcGx5AAEFcmVjdXIAAwZhdHRlbmQABQR0dXJuAAYDYWRkAAcGc3F1YXJlAAgFd2VpZ2gACQrOFQqVAgQBfwF7AX0BewNA/QwAAAAAAAAAAAAAAAAAAAAAIQdBACEGA0AgByAAIAZq/QAEACABIAZq/QAEAP3mAf3gAf3pASEHIAZBEGoiBiAFQQJ0SQ0AC0NgQqINIAf9HwAgB/0fAZcgB/0fAiAH/R8Dl5eXIQggAyAIQwD4/0WVOAIAQwD4/0UgCJX9EyEJQQAhBgNAIAIgBkEBdmogCSAAIAZq/QAEACABIAZq/QAEAP3mAf3mAf1q/fgBIAkgACAGav0ABBAgASAGav0ABBD95gH95gH9av34Af2FAf0LBAAgBkEgaiIGIAVBAnRJDQALIAAgBUECdGohACACIAVBAXRqIQIgA0EEaiEDIARBAWsiBA0ACwurBQIKfwt7A0BBACEHA0D9DAAAAAAAAAAAAAAAAAAAAAAhFP0MAAAAAAAAAAAAAAAAAAAAACEV/QwAAAAAAAAAAAAAAAAAAAAAIRb9DAAAAAAAAAAAAAAAAAAAAAAhF/0MAAAAAAAAAAAAAAAAAAAAACEY/QwAAAAAAAAAAAAAAAAAAAAAIRn9DAAAAAAAAAAAAAAAAAAAAAAhGv0MAAAAAAAAAAAAAAAAAAAAACEbIAAgByAFbEEBdGohCiAKIAVBAXRqIQsgCyAFQQF0aiEMIAwgBUEBdGohDSABIAggBWxBAXRqIQ4gBSEJA0AgDv0ABAAhESAO/QAEECESIAr9CQIAIRMgFCATIBH9ugH9rgEhFCAVIBMgEv26Af2uASEVIAv9CQIAIRMgFiATIBH9ugH9rgEhFiAXIBMgEv26Af2uASEXIAz9CQIAIRMgGCATIBH9ugH9rgEhGCAZIBMgEv26Af2uASEZIA39CQIAIRMgGiATIBH9ugH9rgEhGiAbIBMgEv26Af2uASEbIApBBGohCiALQQRqIQsgDEEEaiEMIA1BBGohDSAOQSBqIQ4gCUECayIJDQALIAMgByAGbCAIakECdGohDyACIAdBAnRqIRAgEP0JAgAhEyAPIBMgFP36Af3mAf0LBAAgDyATIBX9+gH95gH9CwQQIA8gBkECdGohDyAQ/QkCBCETIA8gEyAW/foB/eYB/QsEACAPIBMgF/36Af3mAf0LBBAgDyAGQQJ0aiEPIBD9CQIIIRMgDyATIBj9+gH95gH9CwQAIA8gEyAZ/foB/eYB/QsEECAPIAZBAnRqIQ8gEP0JAgwhEyAPIBMgGv36Af3mAf0LBAAgDyATIBv9+gH95gH9CwQQIAdBBGoiByAESQ0ACyAIQQhqIgggBkkNAAsLiwEBAXsgAEM9Cp9A/RP96AFDPQqfwP0T/ekBIQAgACAA/eYBIQEgAEPA9wNI/RMgAUMAWodG/RMgAUMAAL1D/RMgAf3kAf3mAf3kAf3mAf3kAf3mAUPA9wNI/RMgAUMAonNH/RMgAUMA4ERF/RMgAUMAAOBB/RP95gH95AH95gH95AH95gH95AH95wELyQECBX8Ee0MAAAA//RMhDSAEQQJ0IQcDQEEAIQYgACAFQQJ0aiEIIAIgBUECdGohCQNAIAggB2r9AAQAIAEgB2ogBUECdGr9AAQA/eQBEAIhDCAGRQRAIAwhCgsgDSANIA0gCP0ABAAgASAFQQJ0av0ABAD95AH95gEQAv3mAf3kASELIAwgCyAKIAz95QH95gH95AEhCiAJIAr9CwQAIAggB0EBdGohCCAJIAdqIQkgBkEBaiIGIANJDQALIAVBBGoiBSAESQ0ACwuSAQEBeyAAQzuquD/9E/3mAUMAAPzC/RP96QEhACAA/WghASAAIAH95QEhACAB/fgBQf8A/RH9rgFBF/2rAUMAAIA//RMgAEMYcjE//RMgAEPU6nU+/RMgAEMjqmQ9/RMgAEMGSBM8/RMgAEMFGfY6/RP95gH95AH95gH95AH95gH95AH95gH95AH95gH95AH95gELjAcCCH8HeyAFQQxsIQwgBUECdCEFIARBAnQhBANAIAAgBWohC0PK8knx/RMhFCACIQ0gAyEIA0D9DAAAAAAAAAAAAAAAAAAAAAAhEP0MAAAAAAAAAAAAAAAAAAAAACER/QwAAAAAAAAAAAAAAAAAAAAAIRL9DAAAAAAAAAAAAAAAAAAAAAAhEyAAIAcgDGxqIQpBACEJA0AgCyAJav0ABAAhDyAKIAlqIQ4gECAPIA79AAQA/eYB/eQBIRAgDiAMaiEOIBEgDyAO/QAEAP3mAf3kASERIA4gDGohDiASIA8gDv0ABAD95gH95AEhEiAOIAxqIQ4gEyAPIA79AAQA/eYB/eQBIRMgCUEQaiIJIARJDQALIBAgEf0NAAECAxAREhMEBQYHFBUWFyAQIBH9DQgJCgsYGRobDA0ODxwdHh/95AEhECASIBP9DQABAgMQERITBAUGBxQVFhcgEiAT/Q0ICQoLGBkaGwwNDg8cHR4f/eQBIRIgBv0TIBAgEv0NAAECAwQFBgcQERITFBUWFyAQIBL9DQgJCgsMDQ4PGBkaGxwdHh/95AH95gEhDyAUIA/96QEhFCANIA/9CwQAIA1BEGohDSALIAxqIQsgCEEBayIIDQAL/QwAAAAAAAAAAAAAAAAAAAAAIRUgAiENIAMhCANAIA39AAQAIBT95QEQBCEPIBUgD/3kASEVIA0gD/0LBAAgDUEQaiENIAhBAWsiCA0AC0MAAIA//RMgFf3nASEVQQAhCQNAIAAgBUEBdGogCWohC/0MAAAAAAAAAAAAAAAAAAAAACEQ/QwAAAAAAAAAAAAAAAAAAAAAIRH9DAAAAAAAAAAAAAAAAAAAAAAhEv0MAAAAAAAAAAAAAAAAAAAAACETIAIhDSADIQgDQCAL/QAEACEPIBAgDyAN/QkCAP3mAf3kASEQIBEgDyAN/QkCBP3mAf3kASERIBIgDyAN/QkCCP3mAf3kASESIBMgDyAN/QkCDP3mAf3kASETIA1BEGohDSALIAxqIQsgCEEBayIIDQALIAEgByAFbGogCWohDiAOIBAgFf0fAP0T/eYB/QsEACAOIAVqIQ4gDiARIBX9HwH9E/3mAf0LBAAgDiAFaiEOIA4gEiAV/R8C/RP95gH9CwQAIA4gBWohDiAOIBMgFf0fA/0T/eYB/QsEACAJQRBqIgkgBEkNAAsgB0EEaiIHIANJDQALC70BAgN/BHsgBUECdCEFA0AgACEIIAQhBwNAQQAhCQNAIAj9AAQAIQogCCAFav0ABAAhCyABIAlq/QAEACEMIAIgCWr9AAQAIQ0gCCAKIAz95gEgCyAN/eYB/eUB/QsEACAIIAVqIAogDf3mASALIAz95gH95AH9CwQAIAhBEGohCCAJQRBqIgkgBUkNAAsgCCAFaiEIIAdBAWsiBw0ACyAAIAZqIQAgASAFaiEBIAIgBWohAiADQQFrIgMNAAsLMQADQCAAIAD9AAQAIAH9AAQA/eQB/QsEACAAQRBqIQAgAUEQaiEBIAJBBGsiAg0ACwtBAQF7A0AgAP0ABAD9DAAAAAAAAAAAAAAAAAAAAAD96QEhAiAAIAIgAv3mAf0LBAAgAEEQaiEAIAFBBGsiAQ0ACwtbAQF/IARBAnQhBANAQQAhBQNAIAAgBWogAiAFav0ABAAgACAFav0ABAAgASAFav0ABAD95gH95AH9CwQAIAVBEGoiBSAESQ0ACyAAIARqIQAgA0EBayIDDQALCw==';

const PAGE = 65536;
/** Rows that can attend to one another. */
const MOST_ROWS = 256;

/** A kernel with room for what is needed; plain loops where WebAssembly is missing or forbidden. */
export function makeKernel(needs: Needs): Kernel {
  try {
    return assembled(needs);
  } catch {
    return plain();
  }
}

function assembled({ numbers, weights, product }: Needs): Kernel {
  const bytes = Uint8Array.from(atob(KERNEL_WASM), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const memory = exports.memory as WebAssembly.Memory;
  const { quantise, multiply, recur, attend, turn, add, square, weigh } = exports as Record<
    string,
    (...values: number[]) => void
  >;
  memory.grow(Math.ceil((numbers * 4 + weights * 2 + product * 3 + MOST_ROWS * 16) / PAGE));
  let used = 0;
  const taken = (size: number): number => {
    used += size;
    return used - size;
  };
  const room = (length: number): Float32Array => new Float32Array(memory.buffer, taken(length * 4), length);
  const steps = room(Math.ceil(product / 8));
  const whole = new Int16Array(memory.buffer, taken(product * 2), product);
  const shares = room(4 * MOST_ROWS);
  return {
    room,
    factor({ values, scales, columns }) {
      const factor = new Int16Array(memory.buffer, taken(values.length * 2), values.length);
      const inner = scales.length;
      let at = 0;
      for (let panel = 0; panel < columns; panel += 8)
        for (let row = 0; row < inner; row += 2)
          for (let column = panel; column < panel + 8; column++) {
            factor[at++] = values[row * columns + column]!;
            factor[at++] = values[(row + 1) * columns + column]!;
          }
      const worth = room(inner);
      worth.set(scales);
      return { inner, columns, values: factor, scales: worth };
    },
    multiply(x, { inner, columns, values, scales }, y, rows) {
      quantise!(x.byteOffset, scales.byteOffset, whole.byteOffset, steps.byteOffset, rows, inner);
      multiply!(whole.byteOffset, values.byteOffset, steps.byteOffset, y.byteOffset, rows, inner, columns);
    },
    recur: (gates, bias, state, rows, width) =>
      recur!(gates.byteOffset, bias.byteOffset, state.byteOffset, rows, width),
    attend(asked, heard, rows, heads, width) {
      const dim = width / heads;
      for (let head = 0; head < heads; head++) {
        const at = head * dim * 4;
        const scale = 1 / Math.sqrt(dim);
        attend!(asked.byteOffset + at, heard.byteOffset + at, shares.byteOffset, rows, dim, width, scale);
      }
    },
    turn: (asked, { cos, sin, half }, rows, heads, width) =>
      turn!(asked.byteOffset, cos.byteOffset, sin.byteOffset, rows, heads, half, width * 4),
    add: (x, y, size) => add!(x.byteOffset, y.byteOffset, size),
    square: (x, size) => square!(x.byteOffset, size),
    weigh: (x, by, more, rows) => weigh!(x.byteOffset, by.byteOffset, more.byteOffset, rows, by.length),
  };
}
