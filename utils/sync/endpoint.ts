import type { Entry } from '../findings/entry';
import type { Json } from '../findings/json';
import { type ProblemKind, SyncProblem } from './problem';

/** What the reviewer enters to join a team. */
export interface Account {
  /** Address of the endpoint: `https://sync.example.gov.cn/`, with a path where it lies behind one. */
  url: string;
  team: string;
  user: string;
  password: string;
  /** The reviewer has accepted that this address speaks http in clear. */
  clearText?: boolean;
}

/** What the client needs of its surroundings. */
export interface Network {
  fetch: typeof fetch;
  /** The browser's own word for the last failed request to an address (`net::ERR_CERT_DATE_INVALID`), if it tells. */
  failure?(url: string): Promise<string | null>;
}

/** A page of the feed; `documents` may repeat, come in any order, and hold what is no entry. */
export interface Page {
  documents: unknown[];
  since: Json;
  /** True when the feed had nothing more at that moment. */
  last: boolean;
}

/** What the endpoint did with one entry. */
export type Verdict = 'held' | { refused: string } | 'failed';

export type Endpoint = ReturnType<typeof endpointOf>;

const TIMEOUT_MS = 30_000;
const BLOB_TIMEOUT_MS = 180_000;

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

async function request(
  account: Account,
  network: Network,
  url: string,
  init: RequestInit,
): Promise<Response> {
  if (!isProtected(account)) throw new SyncProblem('insecure');
  const isBlob = url.endsWith('/blob');
  try {
    return await network.fetch(url, {
      ...init,
      headers: {
        ...init.headers,
        accept: isBlob ? '*/*' : 'application/json',
        authorization: authorizationOf(account),
      },
      // A sync endpoint does not redirect; a sign-in page of the network does, and must not get the password.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(isBlob ? BLOB_TIMEOUT_MS : TIMEOUT_MS),
    });
  } catch (cause) {
    if (cause instanceof SyncProblem) throw cause;
    throw new SyncProblem(unansweredKind(cause, (await network.failure?.(url)) ?? null));
  }
}

/** https, this machine, or an address that the reviewer has confirmed. */
export function isProtected({ url, clearText }: Account): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol !== 'http:' || !!clearText || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function unansweredKind(cause: unknown, failure: string | null): ProblemKind {
  const inner = (cause as { cause?: { code?: unknown } } | null)?.cause?.code;
  const word = `${failure ?? ''} ${typeof inner === 'string' ? inner : ''}`;
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/i.test(word) ? 'certificate' : 'unreachable';
}

function problemOf(response: Response, body: unknown): SyncProblem {
  const { status, type } = response;
  const isEndpoint = isRecord(body) && typeof body.error === 'string';
  // PouchDB Server says 401 where CouchDB says 403: known, but not a member.
  const isStranger = isEndpoint && /not authorized to access this db/.test(String(body.reason));
  if (status === 401) return new SyncProblem(isStranger ? 'noRight' : 'password');
  if (status === 429 || status === 503) return new SyncProblem('busy', waitOf(response));
  if (status === 413) return new SyncProblem('tooLarge');
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return new SyncProblem('notEndpoint');
  if (status >= 500) return new SyncProblem('server', waitOf(response));
  if (!isEndpoint) return new SyncProblem('notEndpoint');
  if (status === 403) return new SyncProblem('noRight');
  if (status === 404) return new SyncProblem('noTeam');
  if (status === 410) return new SyncProblem('anew');
  return new SyncProblem('rejected');
}

/** `Retry-After` in ms: seconds or a date. */
function waitOf(response: Response): number | null {
  const header = response.headers.get('retry-after');
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - dateOf(response)) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : null;
}

/** The endpoint's own clock, which the date in `Retry-After` is by. */
function dateOf(response: Response): number {
  return Date.parse(response.headers.get('date') ?? '');
}

function verdictOf(row: Record<string, unknown>): Verdict {
  // A conflict means that the id is taken: by the same content, since the id is its hash.
  if (!row.error || isConflict(row)) return 'held';
  const refused =
    row.error === 'forbidden' || row.error === 'too_large' || row.error === 'document_too_large';
  return refused ? { refused: String(row.reason ?? row.error) } : 'failed';
}

/** CouchDB's own word, or that of the validation function where a server asks it first. */
function isConflict(answer: unknown): boolean {
  return isRecord(answer) && (answer.error === 'conflict' || answer.reason === 'conflict');
}

function isHeld(row: Record<string, unknown>): boolean {
  return !row.error && isRecord(row.value) && !row.value.deleted;
}

const documentOf = (sha: string) => `sha256-${sha}`;

function baseOf(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** RFC 7617 with UTF-8: names are Chinese as often as not. */
function authorizationOf({ user, password }: Account): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

function isPosition(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
