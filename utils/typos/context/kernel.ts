import type { Quantised } from './weights';

/** A matrix that a kernel has made ready to multiply with. */
export interface Factor {
  /** Rows and columns. */
  inner: number;
  columns: number;
  /** The kernel's own: whole numbers, and what one of them is worth in each row. */
  values: Int16Array | Int8Array;
  scales: Float32Array;
}

/** Where the context model's numbers lie and what multiplies them: WebAssembly with SIMD, or plain loops without it. */
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
}

/** What a kernel must hold: numbers in all, values of all matrices, and rows × inner of the largest product. */
export interface Needs {
  numbers: number;
  weights: number;
  product: number;
}

/** tools/lexicon/context/kernel.wat, assembled; tests/unit/typos/context.test.ts holds the two together. */
export const KERNEL_WASM =
  'AGFzbQEAAAABIQRgBn9/f39/fwBgB39/f39/f38AYAF7AXtgBX9/f39/AAMFBAABAgMFAwEAAQcoBAZtZW1vcnkCAAhxdWFudGlzZQAACG11bHRpcGx5AAEFcmVjdXIAAwqdCgSVAgQBfwF7AX0BewNA/QwAAAAAAAAAAAAAAAAAAAAAIQdBACEGA0AgByAAIAZq/QAEACABIAZq/QAEAP3mAf3gAf3pASEHIAZBEGoiBiAFQQJ0SQ0AC0NgQqINIAf9HwAgB/0fAZcgB/0fAiAH/R8Dl5eXIQggAyAIQwD4/0WVOAIAQwD4/0UgCJX9EyEJQQAhBgNAIAIgBkEBdmogCSAAIAZq/QAEACABIAZq/QAEAP3mAf3mAf1q/fgBIAkgACAGav0ABBAgASAGav0ABBD95gH95gH9av34Af2FAf0LBAAgBkEgaiIGIAVBAnRJDQALIAAgBUECdGohACACIAVBAXRqIQIgA0EEaiEDIARBAWsiBA0ACwurBQIKfwt7A0BBACEHA0D9DAAAAAAAAAAAAAAAAAAAAAAhFP0MAAAAAAAAAAAAAAAAAAAAACEV/QwAAAAAAAAAAAAAAAAAAAAAIRb9DAAAAAAAAAAAAAAAAAAAAAAhF/0MAAAAAAAAAAAAAAAAAAAAACEY/QwAAAAAAAAAAAAAAAAAAAAAIRn9DAAAAAAAAAAAAAAAAAAAAAAhGv0MAAAAAAAAAAAAAAAAAAAAACEbIAAgByAFbEEBdGohCiAKIAVBAXRqIQsgCyAFQQF0aiEMIAwgBUEBdGohDSABIAggBWxBAXRqIQ4gBSEJA0AgDv0ABAAhESAO/QAEECESIAr9CQIAIRMgFCATIBH9ugH9rgEhFCAVIBMgEv26Af2uASEVIAv9CQIAIRMgFiATIBH9ugH9rgEhFiAXIBMgEv26Af2uASEXIAz9CQIAIRMgGCATIBH9ugH9rgEhGCAZIBMgEv26Af2uASEZIA39CQIAIRMgGiATIBH9ugH9rgEhGiAbIBMgEv26Af2uASEbIApBBGohCiALQQRqIQsgDEEEaiEMIA1BBGohDSAOQSBqIQ4gCUECayIJDQALIAMgByAGbCAIakECdGohDyACIAdBAnRqIRAgEP0JAgAhEyAPIBMgFP36Af3mAf0LBAAgDyATIBX9+gH95gH9CwQQIA8gBkECdGohDyAQ/QkCBCETIA8gEyAW/foB/eYB/QsEACAPIBMgF/36Af3mAf0LBBAgDyAGQQJ0aiEPIBD9CQIIIRMgDyATIBj9+gH95gH9CwQAIA8gEyAZ/foB/eYB/QsEECAPIAZBAnRqIQ8gEP0JAgwhEyAPIBMgGv36Af3mAf0LBAAgDyATIBv9+gH95gH9CwQQIAdBBGoiByAESQ0ACyAIQQhqIgggBkkNAAsLiwEBAXsgAEM9Cp9A/RP96AFDPQqfwP0T/ekBIQAgACAA/eYBIQEgAEPA9wNI/RMgAUMAWodG/RMgAUMAAL1D/RMgAf3kAf3mAf3kAf3mAf3kAf3mAUPA9wNI/RMgAUMAonNH/RMgAUMA4ERF/RMgAUMAAOBB/RP95gH95AH95gH95AH95gH95AH95wELyQECBX8Ee0MAAAA//RMhDSAEQQJ0IQcDQEEAIQYgACAFQQJ0aiEIIAIgBUECdGohCQNAIAggB2r9AAQAIAEgB2ogBUECdGr9AAQA/eQBEAIhDCAGRQRAIAwhCgsgDSANIA0gCP0ABAAgASAFQQJ0av0ABAD95AH95gEQAv3mAf3kASELIAwgCyAKIAz95QH95gH95AEhCiAJIAr9CwQAIAggB0EBdGohCCAJIAdqIQkgBkEBaiIGIANJDQALIAVBBGoiBSAESQ0ACws=';

const PAGE = 65536;

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
  const { quantise, multiply, recur } = exports as Record<string, (...values: number[]) => void>;
  memory.grow(Math.ceil((numbers * 4 + weights * 2 + product * 3) / PAGE));
  let used = 0;
  const taken = (size: number): number => {
    used += size;
    return used - size;
  };
  const room = (length: number): Float32Array => new Float32Array(memory.buffer, taken(length * 4), length);
  const steps = room(Math.ceil(product / 8));
  const whole = new Int16Array(memory.buffer, taken(product * 2), product);
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
  };
}

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
  };
}
