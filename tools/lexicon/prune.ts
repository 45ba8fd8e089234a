import type { ModelLevel } from './smooth';

/** A pruned model: kept n-grams only, with their back-off weights. */
export interface PrunedLevel {
  word: Uint16Array;
  first: Uint32Array;
  /** Natural logarithms. */
  logProbability: Float32Array;
  logBackoff: Float32Array;
  suffix: Uint32Array;
}

/**
 * Relative-entropy pruning (Stolcke 1998): leaves out the n-grams whose loss changes the model least until
 * about `target` remain. An n-gram stays while a longer one that is kept builds on it, as prefix or as suffix,
 * so that the file can spell every n-gram as a choice among the children of its suffix.
 */
export function prune(model: ModelLevel[], target: number): PrunedLevel[] {
  const losses = model.map((_, order) => (order < 2 ? new Float32Array(0) : lossesOf(model, order)));
  let low = -40;
  let high = 0;
  let kept = keep(model, losses, Math.exp(low));
  for (let step = 0; step < 18; step++) {
    const middle = (low + high) / 2;
    kept = keep(model, losses, Math.exp(middle));
    if (kept.reduce((sum, flags) => sum + flags.reduce((a, b) => a + b, 0), 0) > target) low = middle;
    else high = middle;
  }
  return compact(model, kept);
}

/** How much the model's entropy grows (nats per character) when each n-gram of `order` alone is left out. */
function lossesOf(model: ModelLevel[], order: number): Float32Array {
  const { probability, suffix } = model[order]!;
  const parents = model[order - 1]!;
  const below = model[order - 1]!;
  const total = model[0]!.count.reduce((sum, times) => sum + times, 0);
  const losses = new Float32Array(probability.length);
  for (let parent = 0; parent < parents.word.length; parent++) {
    const from = parents.first[parent]!;
    const to = parents.first[parent + 1]!;
    if (from === to) continue;
    let rest = 1;
    let shorterRest = 1;
    for (let child = from; child < to; child++) {
      rest -= probability[child]!;
      shorterRest -= below.probability[suffix[child]!]!;
    }
    const backoff = Math.max(rest, 1e-6) / Math.max(shorterRest, 1e-6);
    const weight = parents.count[parent]! / total;
    for (let child = from; child < to; child++) {
      const long = probability[child]!;
      const short = below.probability[suffix[child]!]!;
      const after = (Math.max(rest, 1e-6) + long) / (Math.max(shorterRest, 1e-6) + short);
      losses[child] =
        -weight *
        (long * (Math.log(short) + Math.log(after) - Math.log(long)) +
          Math.max(rest, 1e-6) * (Math.log(after) - Math.log(backoff)));
    }
  }
  return losses;
}

function keep(model: ModelLevel[], losses: Float32Array[], least: number): Uint8Array[] {
  const kept = model.map(({ word }, order) => new Uint8Array(word.length).fill(order < 1 ? 1 : 0));
  for (let order = model.length - 1; order >= 1; order--) {
    const { suffix } = model[order]!;
    const parents = model[order - 1]!;
    for (let parent = 0; parent < parents.word.length; parent++) {
      for (let child = parents.first[parent]!; child < parents.first[parent + 1]!; child++) {
        const worth = order === 1 ? model[1]!.count[child]! > 1 : losses[order]![child]! >= least;
        if (!worth && !kept[order]![child]) continue;
        kept[order]![child] = 1;
        kept[order - 1]![parent] = 1;
        kept[order - 1]![suffix[child]!] = 1;
      }
    }
  }
  return kept;
}

function compact(model: ModelLevel[], kept: Uint8Array[]): PrunedLevel[] {
  const place = kept.map((flags) => {
    const places = new Uint32Array(flags.length);
    let next = 0;
    for (let at = 0; at < flags.length; at++) places[at] = flags[at] ? next++ : 0;
    return places;
  });
  return model.map((level, order) => {
    const size = kept[order]!.reduce((a, b) => a + b, 0);
    const result: PrunedLevel = {
      word: new Uint16Array(size),
      first: new Uint32Array(size + 1),
      logProbability: new Float32Array(size),
      logBackoff: new Float32Array(size),
      suffix: new Uint32Array(size),
    };
    const next = model[order + 1];
    let child = 0;
    let to = 0;
    for (let from = 0; from < level.word.length; from++) {
      if (!kept[order]![from]) continue;
      result.word[to] = level.word[from]!;
      result.logProbability[to] = Math.log(level.probability[from]!);
      result.suffix[to] = order > 0 ? place[order - 1]![level.suffix[from]!]! : 0;
      result.first[to] = child;
      if (next) {
        let rest = 1;
        let shorterRest = 1;
        for (let at = level.first[from]!; at < level.first[from + 1]!; at++) {
          if (!kept[order + 1]![at]) continue;
          rest -= next.probability[at]!;
          shorterRest -= level.probability[next.suffix[at]!]!;
          child++;
        }
        result.logBackoff[to] = Math.log(Math.max(rest, 1e-6) / Math.max(shorterRest, 1e-6));
      }
      to++;
    }
    result.first[to] = child;
    return result;
  });
}
