import { readSections } from '../../../utils/typos/bytes';
import { unpackCorrector } from '../../../utils/typos/corrector/weights';

/**
 * The sections of the corrector in `file`: what train.py made of these `characters` (as the model file has them), or a model file.
 * None when that has none or counts its characters in another way: then the corrector must be trained anew. Throws when
 * they are of other sizes.
 */
export function takeCorrector(file: Uint8Array, characters: Uint8Array): Map<string, Uint8Array> {
  const sections = readSections(file);
  const counted = sections.get('characters');
  if (counted && Buffer.compare(counted, characters) !== 0) return new Map();
  // Two ids stand for any other character and for the boundary.
  unpackCorrector(sections, new TextDecoder().decode(characters).length + 2);
  return new Map([...sections].filter(([name]) => name.startsWith('corrector.')));
}
