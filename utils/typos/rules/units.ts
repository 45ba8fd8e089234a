import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { found } from './found';

/**
 * 区区委书记: the level of a committee twice, with nothing before it that the first could belong to (滨湖区区委书记 is right, and so is a
 * name that was blotted out: 某区区委书记, ×区区委书记).
 */
const TWICE = /(?<![\p{L}\p{N}×*○])([省市县区])\1委(?=书记|副书记|常委|主要|办公室)/gu;

/** The level of a committee that stands there twice. */
export function checkUnits(text: string): Suggestion[] {
  return Array.from(text.matchAll(TWICE), ({ 1: unit = '', index }) =>
    found(text, index, index + 2, unit, 'extra', say('typos.why.extra', unit + unit), 'likely'),
  );
}
