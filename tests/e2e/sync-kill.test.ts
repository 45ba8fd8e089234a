import { expect, it } from 'vitest';
import { seeded } from '../chaos/seeded';
import { killWhileSyncing } from '../chaos/sync';

it('loses and doubles nothing when the browser is killed while it exchanges, four times', async () => {
  const toll = await killWhileSyncing(4, seeded(1));
  expect(toll).toMatchObject({ lostHere: 0, lostThere: 0, doubled: 0, waiting: 0 });
  expect(toll.promised).toBeGreaterThan(3);
}, 180_000);
