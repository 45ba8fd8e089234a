import { type Account, endpointOf, type Network } from './endpoint';
import { type ProblemKind, SyncProblem } from './problem';
import { isProtected } from './request';

/** What the connection test found; `role` where the endpoint says it. */
export type Connected = { ok: true; role: string | null } | { ok: false; problem: SyncProblem };

/** CouchDB's rule for names of databases, without the characters that an address would have to escape. */
export function isTeamName(name: string): boolean {
  return /^[a-z][a-z0-9_-]{0,62}$/.test(name);
}

/** An address as typed, made whole (`sync.example.cn` becomes `https://sync.example.cn/`); null when it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = '';
  url.search = '';
  return url.href;
}

/** Tries an account and tells apart what may be wrong with it. Changes nothing. */
export async function testConnection(account: Account, network: Network): Promise<Connected> {
  const failed = (kind: ProblemKind): Connected => ({ ok: false, problem: new SyncProblem(kind) });
  if (!isProtected(account)) return failed('insecure');
  const endpoint = endpointOf(account, network);
  try {
    const { body } = await endpoint.about();
    const about = body as { db_name?: unknown; duwang?: { role?: unknown } } | null;
    if (typeof about?.db_name !== 'string') return failed('notEndpoint');
    const role = about.duwang?.role;
    return { ok: true, role: typeof role === 'string' ? role : null };
  } catch (cause) {
    if (!(cause instanceof SyncProblem)) throw cause;
    if (cause.kind !== 'noTeam') return { ok: false, problem: cause };
    // Any program answers 404 somehow: only an endpoint says at its root what it is.
    return failed((await isEndpoint(endpoint)) ? 'noTeam' : 'notEndpoint');
  }
}

async function isEndpoint(endpoint: ReturnType<typeof endpointOf>): Promise<boolean> {
  try {
    const { body } = await endpoint.root();
    return typeof body === 'object' && body !== null && ('couchdb' in body || 'express-pouchdb' in body);
  } catch (cause) {
    if (cause instanceof SyncProblem) return false;
    throw cause;
  }
}
