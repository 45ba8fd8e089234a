import { expect, it } from 'vitest';
import { killServer } from '../chaos/server';

it('loses nothing that it acknowledged when it is killed under load, twenty times', async () => {
  const outcome = await killServer(20);
  expect(outcome).toMatchObject({ lost: 0, lostBlobs: 0, doubled: 0, missed: 0, integrity: 'ok' });
  expect(outcome.acknowledged).toBeGreaterThan(100);
  expect(outcome.blobs).toBeGreaterThan(5);
}, 180_000);
