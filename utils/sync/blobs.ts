import type { Exchange } from '../findings/exchange';
import { sha256Blob } from '../findings/sha256';
import type { Endpoint } from './endpoint';

/** Types that may be shown; anything else of a stranger's is bytes, so that it is never run as a page. */
const IMAGE = /^image\/(?:png|jpeg|webp)$/;

/**
 * Fetches a colleague's screenshot or page when it is looked at, and keeps it. Null when the endpoint does not hold
 * it (yet), or gives other bytes than its name says. Throws SyncProblem.
 */
export async function fetchBlob(endpoint: Endpoint, exchange: Exchange, sha: string): Promise<Blob | null> {
  const given = await endpoint.getBlob(sha);
  if (!given) return null;
  const type = IMAGE.test(given.type) ? given.type : 'application/octet-stream';
  const blob = new Blob([given], { type });
  if ((await sha256Blob(blob)) !== sha) return null;
  await exchange.receiveBlob(blob);
  return blob;
}
