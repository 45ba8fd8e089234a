import type { Entry } from '../findings/entry';
import type { Json } from '../findings/json';
import {
  isConflict,
  isHeld,
  isPosition,
  isRecord,
  jsonOf,
  problemOf,
  type Verdict,
  verdictOf,
} from './answer';
import { SyncProblem } from './problem';
import { type Account, baseOf, type Network, request } from './request';

export type { Account, Network } from './request';

/** A page of the feed; `documents` may repeat, come in any order, and hold what is no entry. */
export interface Page {
  documents: unknown[];
  since: Json;
  /** True when the feed had nothing more at that moment. */
  last: boolean;
}

export type Endpoint = ReturnType<typeof endpointOf>;

/** Names an account for telling it from another; without the password. */
export function nameOf({ url, team, user }: Account): string {
  return `${baseOf(url)}${team} ${user}`;
}

/** The six requests that a sync endpoint answers, and nothing else of CouchDB. Each throws {@link SyncProblem}. */
export function endpointOf(account: Account, network: Network) {
  const team = `${baseOf(account.url)}${encodeURIComponent(account.team)}`;

  /** Asks and reads JSON; the status, when it is no success, is put into a problem. */
  async function ask(url: string, init: RequestInit = {}, accepted: number[] = []): Promise<Answer> {
    const response = await request(account, network, url, init);
    const body = await jsonOf(response);
    if (!response.ok && !accepted.includes(response.status)) throw problemOf(response, body);
    return { status: response.status, body };
  }
  const post = (path: string, body: unknown) =>
    ask(`${team}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    /** The root's and the team's description; for the connection test. */
    root: () => ask(baseOf(account.url), {}, [401, 403, 404]),
    about: () => ask(team),

    /** Hands over entries; per id what became of it. */
    async push(entries: readonly Entry[]): Promise<Map<string, Verdict>> {
      const { body } = await post('_bulk_docs', { docs: entries });
      if (!Array.isArray(body)) throw new SyncProblem('notEndpoint');
      return new Map(body.filter(isRecord).map((row) => [String(row.id), verdictOf(row)]));
    },

    /** Which of these blobs the endpoint does not hold. */
    async missing(shas: readonly string[]): Promise<string[]> {
      const { body } = await post('_all_docs', { keys: shas.map(documentOf) });
      const rows = isRecord(body) ? body.rows : null;
      if (!Array.isArray(rows)) throw new SyncProblem('notEndpoint');
      const held = new Set(rows.filter((row) => isRecord(row) && isHeld(row)).map((row) => String(row.id)));
      return shas.filter((sha) => !held.has(documentOf(sha)));
    },

    /** Hands over a blob; one that is there already counts as handed over. */
    async putBlob(sha: string, blob: Blob): Promise<void> {
      const type = blob.type || 'application/octet-stream';
      const init = { method: 'PUT', headers: { 'content-type': type }, body: blob };
      const { status, body: answer } = await ask(`${team}/${documentOf(sha)}/blob`, init, [403, 409]);
      if (status === 403 && !isConflict(answer)) throw new SyncProblem('noRight');
    },

    /** The feed after a position, `null` for its start. */
    async changes(since: Json, limit: number): Promise<Page> {
      const position = encodeURIComponent(typeof since === 'string' ? since : JSON.stringify(since ?? 0));
      const { body } = await ask(`${team}/_changes?since=${position}&limit=${limit}&include_docs=true`);
      if (!isRecord(body) || !Array.isArray(body.results) || !isPosition(body.last_seq))
        throw new SyncProblem('notEndpoint');
      const rows = body.results.filter(isRecord);
      return {
        documents: rows.map((row) => row.doc),
        since: body.last_seq as Json,
        last: typeof body.pending === 'number' ? body.pending === 0 : rows.length < limit,
      };
    },

    /** A blob's bytes, unchecked; null when the endpoint does not hold it. */
    async getBlob(sha: string): Promise<Blob | null> {
      const response = await request(account, network, `${team}/${documentOf(sha)}/blob`, {});
      if (response.status === 404) return null;
      if (!response.ok) throw problemOf(response, await jsonOf(response));
      return response.blob();
    },
  };
}

interface Answer {
  status: number;
  body: unknown;
}

const documentOf = (sha: string) => `sha256-${sha}`;
