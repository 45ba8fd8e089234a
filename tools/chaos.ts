/**
 * `npm run chaos -- 1000 [SEED]`: kills the real browser that many times while the built extension saves, merges
 * and edits, and says what was lost or duplicated. Build first (`npm run build`).
 */
import { wreak } from '../tests/chaos/chaos';
import { seeded } from '../tests/chaos/seeded';
import { isHarmless } from '../tests/chaos/toll';

const [kills = '25', seed = '1'] = process.argv.slice(2);
const toll = await wreak({
  kills: Number(kills),
  random: seeded(Number(seed)),
  progress: (soFar) => console.error(JSON.stringify(soFar)),
});
console.log(JSON.stringify(toll));
process.exitCode = isHarmless(toll) ? 0 : 1;
