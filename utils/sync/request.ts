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

const TIMEOUT_MS = 30_000;
const BLOB_TIMEOUT_MS = 180_000;

/** What browsers and Node say when an address cannot prove who it is; Firefox says it in the reviewer's language. */
const CERTIFICATE = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|证书|憑證|證書/i;

/** One request with the account's name and password. Throws {@link SyncProblem} where nothing answers. */
export async function request(
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
  return CERTIFICATE.test(word) ? 'certificate' : 'unreachable';
}

/** An address that further parts can be put after. */
export function baseOf(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** RFC 7617 with UTF-8: names are Chinese as often as not. */
function authorizationOf({ user, password }: Account): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
