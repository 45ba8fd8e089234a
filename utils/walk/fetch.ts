/** Bytes of HTML up to which a page is read. */
const MAX_BYTES = 4_194_304;
/** ms until a page that does not answer is given up. */
const PATIENCE = 20_000;

/** Why a page was not read: a key of `walk.why` and its value. */
export class FetchProblem extends Error {
  constructor(
    readonly why: 'status' | 'elsewhere' | 'notHtml' | 'tooLarge',
    readonly value: string = '',
  ) {
    super(`${why} ${value}`.trim());
  }
}

/**
 * Fetches one page as text, in its own encoding, as the visitor who looks at the site would.
 *
 * @param ask the fetch of the page that links there: the same origin, so no permission is needed.
 * @throws FetchProblem when it leads to another origin, is no HTML, too large, or answers with an error.
 */
export async function fetchPage(ask: typeof fetch, url: string, signal: AbortSignal): Promise<string> {
  const reply = await ask(url, {
    redirect: 'follow',
    credentials: 'same-origin',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  if (!reply.ok) throw new FetchProblem('status', String(reply.status));
  if (reply.url && new URL(reply.url).origin !== new URL(url).origin)
    throw new FetchProblem('elsewhere', new URL(reply.url).host);
  const type = reply.headers.get('content-type') ?? '';
  if (type && !/html|xml/i.test(type)) throw new FetchProblem('notHtml', type.split(';')[0]);
  const body = await reply.arrayBuffer();
  if (body.byteLength > MAX_BYTES)
    throw new FetchProblem('tooLarge', (body.byteLength / 1_048_576).toFixed(1));
  return decode(body, type);
}

/**
 * Text of an HTML file: the encoding of the header, else of its metas, else UTF-8. The bytes are only handed on: in Firefox they
 * belong to the page, and no view of the extension's may be made over them.
 */
export function decode(body: ArrayBuffer, type: string): string {
  const head = new TextDecoder('latin1').decode(body).slice(0, 2048);
  const named = /charset\s*=\s*["']?([\w-]+)/i;
  const label = named.exec(type)?.[1] ?? named.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder('utf-8').decode(body);
  }
}
