import { readSections } from './bytes';
import { type Confusions, gatherConfusions } from './confusions';
import { ContextModel } from './context/model';
import { unpackContext } from './context/weights';
import { Corrector } from './corrector/model';
import { unpackCorrector } from './corrector/weights';
import { type Idioms, unpackIdioms } from './idioms/idioms';
import type { Knowledge } from './proposals';
import { unpackScorer } from './scorer';
import { unpackLanguage } from './unpack';
import { unpackWords } from './words';

/** Logits from which a proposal of the model is of each level. */
export interface Thresholds {
  sure: number;
  likely: number;
  hint: number;
}

/** What a model file holds for the engine beside what finds proposals. */
interface Contents extends Knowledge {
  thresholds: Thresholds;
  idioms: Idioms | null;
}

/** Reads a model file; one without a scorer serves to train it. Throws an Error that names what is wrong with it. */
export function loadKnowledge(file: Uint8Array): Contents {
  const sections = readSections(file);
  const model = unpackLanguage(sections);
  const confusions = unpackConfusions(sections, model.characters);
  const weights = unpackContext(sections);
  const corrector = unpackCorrector(sections, model.characters.length);
  const words = unpackWords(sections, model);
  return {
    model,
    confusions,
    context: weights && new ContextModel(weights, confusions),
    words,
    idioms: unpackIdioms(sections, words, confusions, model),
    scorer: unpackScorer(sections),
    corrector: corrector && new Corrector(corrector),
    arbiter: unpackScorer(sections, 'arbiter'),
    thresholds: sections.has('thresholds') ? json(sections, 'thresholds') : { sure: 6, likely: 3, hint: 0 },
  };
}

/** Reads the sounds, look-alikes and 五笔 neighbours (tools/lexicon/confusables.ts makes them). */
export function unpackConfusions(sections: Map<string, Uint8Array>, characters: string[]): Confusions {
  const readings = json<string[]>(sections, 'readings').map((all) => (all === '' ? [] : all.split(' ')));
  const pairs = (name: string): Uint16Array => new Uint16Array(section(sections, name).slice().buffer);
  const counts = section(sections, 'shapes.count');
  const others = pairs('shapes.other');
  const likeness = section(sections, 'shapes.likeness');
  const codeCounts = section(sections, 'strokes.count');
  const codes = pairs('strokes.other');
  let shape = 0;
  let code = 0;
  return gatherConfusions({
    characters,
    readings,
    shapes: characters.map((_, id) =>
      Array.from({ length: counts[id]! }, () => ({ other: others[shape]!, likeness: likeness[shape++]! })),
    ),
    strokeCodes: characters.map((_, id) => Array.from({ length: codeCounts[id]! }, () => codes[code++]!)),
  });
}

function section(sections: Map<string, Uint8Array>, name: string): Uint8Array {
  const found = sections.get(name);
  if (!found) throw new Error(`The model file lacks "${name}".`);
  return found;
}

function json<T>(sections: Map<string, Uint8Array>, name: string): T {
  return JSON.parse(new TextDecoder().decode(section(sections, name))) as T;
}
