import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** Bytes that the client may take, gzipped, without idb and without what the extension has anyway for its findings. */
const LIMIT = 6 * 1024;

it('keeps the client of the endpoint small', async () => {
  const outputs = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: ['utils/sync/run.ts', 'utils/sync/connect.ts', 'utils/sync/blobs.ts'], formats: ['es'] },
      rollupOptions: {
        external: [/(?:\.\.|utils)\/findings\/(?!exchange|inbox|outbox)/, /^idb$/, /^wxt/, /^@noble/],
      },
    },
  });
  const chunks = [outputs].flat().flatMap((output) => ('output' in output ? output.output : []));
  const code = chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  expect(code).toContain('_bulk_docs');
  expect(gzipSync(code).length).toBeLessThan(LIMIT);
});
