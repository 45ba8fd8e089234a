/** What speaks for every character at one place. The likeliest, and ln p, are worked out when they are asked for. */
export class Choice {
  private foremost = -1;
  private sum = Number.NaN;

  constructor(
    /** By id; whatever is beyond the characters are answers of another kind. */
    readonly logits: Float32Array,
    private readonly characters: number,
  ) {}

  /** The likeliest character. */
  get first(): number {
    if (this.foremost < 0) {
      const { logits, characters } = this;
      let first = 0;
      for (let id = 1; id < characters; id++) if (logits[id]! > logits[first]!) first = id;
      this.foremost = first;
    }
    return this.foremost;
  }

  /** ln of the sum of all answers' e^logit. */
  get rest(): number {
    if (Number.isNaN(this.sum)) {
      const most = this.logits[this.first]!;
      let total = 0;
      for (const logit of this.logits) total += Math.exp(logit - most);
      this.sum = most + Math.log(total);
    }
    return this.sum;
  }

  /** ln p of one answer. */
  of(id: number): number {
    return this.logits[id]! - this.rest;
  }
}
