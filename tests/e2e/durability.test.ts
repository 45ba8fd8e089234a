import { expect, it } from 'vitest';
import { wreak } from '../chaos/chaos';
import { seeded } from '../chaos/seeded';

const KILLS = 25;

it(`loses and doubles nothing when the browser is killed ${KILLS} times while saving, merging and editing`, {
  timeout: 600_000,
}, async () => {
  const toll = await wreak({ kills: KILLS, random: seeded(1) });
  expect(toll).toMatchObject({ lost: 0, duplicated: 0, screenshotsLost: 0, untold: 0, untrue: 0 });
  // A click is waited for in every sixth round; how much more there is depends on the machine.
  expect(toll.promised).toBeGreaterThan(KILLS / 6);
  expect(toll.merged).toBeGreaterThan(0);
  expect(toll.confirmed).toBeGreaterThan(0);
  // The torn IndexedDB is deleted by the browser every time; without the second copy everything would be gone.
  expect(toll.recoveries).toBeGreaterThan(0);
});
