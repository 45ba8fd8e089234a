type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** A typed array that grows as it is appended to. */
export class Growing<T extends Numbers> {
  length = 0;

  constructor(private buffer: T) {}

  push(value: number): void {
    if (this.length === this.buffer.length) {
      const Kind = this.buffer.constructor as new (length: number) => T;
      const larger = new Kind(Math.max(1024, this.buffer.length * 2));
      larger.set(this.buffer);
      this.buffer = larger;
    }
    this.buffer[this.length++] = value;
  }

  done(): T {
    return this.buffer.slice(0, this.length) as T;
  }
}
