/**
 * `npm run chaos:sync -- 100 [SEED]`: kills the real browser that many times while the built extension exchanges with an
 * endpoint, and says what was lost or doubled. Build first (`npm run build`).
 */
import { seeded } from '../tests/chaos/seeded';
import { killWhileSyncing } from '../tests/chaos/sync';

const [kills = '20', seed = '1'] = process.argv.slice(2);
const toll = await killWhileSyncing(Number(kills), seeded(Number(seed)));
console.log(JSON.stringify(toll));
process.exitCode = toll.lostHere + toll.lostThere + toll.doubled + toll.waiting > 0 ? 1 : 0;
