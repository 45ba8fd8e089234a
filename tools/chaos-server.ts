/** `npm run chaos:server -- [N]`: kills the sync endpoint N times (20) under load and counts what is lost. */
import { killServer } from '../tests/chaos/server';

const kills = Number(process.argv[2] ?? 20);
const outcome = await killServer(kills, (kill) => {
  if (kill % 50 === 0) console.error(`${kill} of ${kills}`);
});
console.log(JSON.stringify(outcome));
const { lost, lostBlobs, doubled, missed, integrity } = outcome;
process.exitCode = lost + lostBlobs + doubled + missed > 0 || integrity !== 'ok' ? 1 : 0;
