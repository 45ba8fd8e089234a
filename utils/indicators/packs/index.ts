import type { IndicatorPack } from '../pack';
import { guoban201919 } from './guoban-2019-19';

/** Every pack that comes with the product, by id. */
export const packs: Readonly<Record<string, IndicatorPack>> = { [guoban201919.id]: guoban201919 };

/** The pack that judges when none was chosen. */
export const defaultPack: IndicatorPack = guoban201919;
