/** Where the context model's numbers lie and what multiplies them: WebAssembly with SIMD, or plain loops without it. */
export interface Kernel {
  /** Room for `length` numbers, all zero; lies where {@link multiply} can reach it. */
  room(length: number): Float32Array;
  /** `y[rows × columns] = x[rows × inner] w[inner × columns]`, row-major; `rows` a multiple of 4, `columns` of 8. */
  multiply(
    x: Float32Array,
    w: Float32Array,
    y: Float32Array,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  /**
   * `state = z before + (1 - z) c`, row by row; each row of `gates` holds what makes z and then what makes c, `width` numbers
   * each, to which `bias` is added. Nothing is before the first row.
   */
  recur(gates: Float32Array, bias: Float32Array, state: Float32Array, rows: number, width: number): void;
}

/** tools/lexicon/context/kernel.wat, assembled; tests/unit/typos/kernel.test.ts holds the two together. */
export const KERNEL_WASM =
  'AGFzbQEAAAABFwNgBn9/f39/fwBgAXsBe2AFf39/f38AAwQDAAECBQMBAAEHHQMGbWVtb3J5AgAIbXVsdGlwbHkAAAVyZWN1cgACCpwHA8EEAgl/C3sDQEEAIQYDQP0MAAAAAAAAAAAAAAAAAAAAACES/QwAAAAAAAAAAAAAAAAAAAAAIRP9DAAAAAAAAAAAAAAAAAAAAAAhFP0MAAAAAAAAAAAAAAAAAAAAACEV/QwAAAAAAAAAAAAAAAAAAAAAIRb9DAAAAAAAAAAAAAAAAAAAAAAhF/0MAAAAAAAAAAAAAAAAAAAAACEY/QwAAAAAAAAAAAAAAAAAAAAAIRkgACAGIARsQQJ0aiEJIAkgBEECdGohCiAKIARBAnRqIQsgCyAEQQJ0aiEMIAEgB0ECdGohDSAEIQgDQCAN/QAEACEPIA39AAQQIRAgCf0JAgAhESASIBEgD/3mAf3kASESIBMgESAQ/eYB/eQBIRMgCv0JAgAhESAUIBEgD/3mAf3kASEUIBUgESAQ/eYB/eQBIRUgC/0JAgAhESAWIBEgD/3mAf3kASEWIBcgESAQ/eYB/eQBIRcgDP0JAgAhESAYIBEgD/3mAf3kASEYIBkgESAQ/eYB/eQBIRkgCUEEaiEJIApBBGohCiALQQRqIQsgDEEEaiEMIA0gBUECdGohDSAIQQFrIggNAAsgAiAGIAVsIAdqQQJ0aiEOIA4gEv0LBAAgDiAT/QsEECAOIAVBAnRqIQ4gDiAU/QsEACAOIBX9CwQQIA4gBUECdGohDiAOIBb9CwQAIA4gF/0LBBAgDiAFQQJ0aiEOIA4gGP0LBAAgDiAZ/QsEECAGQQRqIgYgA0kNAAsgB0EIaiIHIAVJDQALC4sBAQF7IABDPQqfQP0T/egBQz0Kn8D9E/3pASEAIAAgAP3mASEBIABDwPcDSP0TIAFDAFqHRv0TIAFDAAC9Q/0TIAH95AH95gH95AH95gH95AH95gFDwPcDSP0TIAFDAKJzR/0TIAFDAOBERf0TIAFDAADgQf0T/eYB/eQB/eYB/eQB/eYB/eQB/ecBC8kBAgV/BHtDAAAAP/0TIQ0gBEECdCEHA0BBACEGIAAgBUECdGohCCACIAVBAnRqIQkDQCAIIAdq/QAEACABIAdqIAVBAnRq/QAEAP3kARABIQwgBkUEQCAMIQoLIA0gDSANIAj9AAQAIAEgBUECdGr9AAQA/eQB/eYBEAH95gH95AEhCyAMIAsgCiAM/eUB/eYB/eQBIQogCSAK/QsEACAIIAdBAXRqIQggCSAHaiEJIAZBAWoiBiADSQ0ACyAFQQRqIgUgBEkNAAsL';

const PAGE = 65536;

/** A kernel with room for `length` numbers in all; plain loops where WebAssembly is missing or forbidden. */
export function makeKernel(length: number): Kernel {
  try {
    return assembled(length);
  } catch {
    return plain();
  }
}

function assembled(length: number): Kernel {
  const bytes = Uint8Array.from(atob(KERNEL_WASM), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const memory = exports.memory as WebAssembly.Memory;
  const { multiply, recur } = exports as Record<string, (...numbers: number[]) => void>;
  memory.grow(Math.ceil((length * 4) / PAGE));
  let used = 0;
  return {
    room(size) {
      used += size;
      return new Float32Array(memory.buffer, (used - size) * 4, size);
    },
    multiply: (x, w, y, rows, inner, columns) =>
      multiply!(x.byteOffset, w.byteOffset, y.byteOffset, rows, inner, columns),
    recur: (gates, bias, state, rows, width) =>
      recur!(gates.byteOffset, bias.byteOffset, state.byteOffset, rows, width),
  };
}

/** The same in JavaScript, some ten times slower. */
export function plain(): Kernel {
  return {
    room: (size) => new Float32Array(size),
    multiply(x, w, y, rows, inner, columns) {
      for (let row = 0; row < rows; row++) {
        const sums = y.subarray(row * columns, (row + 1) * columns).fill(0);
        for (let k = 0; k < inner; k++) {
          const value = x[row * inner + k]!;
          const base = k * columns;
          for (let column = 0; column < columns; column++) sums[column]! += value * w[base + column]!;
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
