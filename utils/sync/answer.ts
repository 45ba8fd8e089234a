import { SyncProblem } from './problem';

/** What the endpoint did with one entry. */
export type Verdict = 'held' | { refused: string } | 'failed';

/** Why an answer is no success. */
export function problemOf(response: Response, body: unknown): SyncProblem {
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

/** A row of the answer to `_bulk_docs`. */
export function verdictOf(row: Record<string, unknown>): Verdict {
  // A conflict means that the id is taken: by the same content, since the id is its hash.
  if (!row.error || isConflict(row)) return 'held';
  const refused =
    row.error === 'forbidden' || row.error === 'too_large' || row.error === 'document_too_large';
  return refused ? { refused: String(row.reason ?? row.error) } : 'failed';
}

/** CouchDB's own word, or that of the validation function where a server asks it first. */
export function isConflict(answer: unknown): boolean {
  return isRecord(answer) && (answer.error === 'conflict' || answer.reason === 'conflict');
}

/** A row of the answer to `_all_docs`: the document is there. */
export function isHeld(row: Record<string, unknown>): boolean {
  return !row.error && isRecord(row.value) && !row.value.deleted;
}

/** The answer's JSON; null where it is none. */
export async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

/** Positions of the feed are opaque: what CouchDB and its like give. */
export function isPosition(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || Array.isArray(value);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
