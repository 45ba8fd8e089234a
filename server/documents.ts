import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env, Services } from './app';
import { MAX_BLOB_BYTES } from './blobs';
import { type Change, revOf } from './teams';

const MAX_BATCH = 1_000;
const MAX_BATCH_BYTES = 8_000_000;
const MAX_PAGE = 2_000;
const PAGE = 500;
const IMAGE = /^image\/(?:png|jpeg|webp)$/;
const BLOB = /^sha256-([0-9a-f]{64})$/;

/** The requests on a team's documents, with CouchDB's names, statuses and answers. */
export function documentRoutes({ teams, blobs, users, epoch, metrics }: Services): Hono<Env> {
  const app = new Hono<Env>();
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) => c.json({ error: 'too_large', reason: `More than ${maxSize} bytes.` }, 413),
    });

  app.use('/:team/*', async (c, next) => {
    const team = c.req.param('team');
    if (!teams.exists(team)) return c.json({ error: 'not_found', reason: 'Database does not exist.' }, 404);
    const role = users.role(team, c.get('user'));
    if (!role) return c.json({ error: 'forbidden', reason: 'You are not allowed to access this db.' }, 403);
    c.set('role', role);
    return next();
  });

  app.get('/:team', (c) => {
    const team = c.req.param('team');
    const last = teams.last(team);
    return c.json({
      db_name: team,
      doc_count: last,
      update_seq: seqOf(last),
      duwang: { role: c.get('role') },
    });
  });

  app.post('/:team/_bulk_docs', limited(MAX_BATCH_BYTES), async (c) => {
    const docs = (await json(c))?.docs;
    if (!Array.isArray(docs)) return badRequest(c, '`docs` must be an array.');
    if (docs.length > MAX_BATCH)
      return c.json({ error: 'too_large', reason: `More than ${MAX_BATCH} docs.` }, 413);
    if (c.get('role') === 'reader') {
      const id = (doc: { _id?: unknown } | null) => String(doc?._id ?? '');
      return c.json(
        docs.map((doc) => ({ id: id(doc), error: 'forbidden', reason: 'readers do not write' })),
        201,
      );
    }
    const rows = teams.append(c.req.param('team'), c.get('user'), docs);
    metrics.stored('entry', rows.filter((row) => 'ok' in row).length);
    return c.json(rows, 201);
  });

  app.post('/:team/_all_docs', limited(MAX_BATCH_BYTES), async (c) => {
    const keys = (await json(c))?.keys;
    if (!Array.isArray(keys) || keys.length > MAX_BATCH) return badRequest(c, '`keys` must be an array.');
    const team = c.req.param('team');
    const has = (key: string) => {
      const sha = BLOB.exec(key)?.[1];
      return sha ? blobs.has(team, sha) : teams.has(team, key);
    };
    const rows = keys
      .map(String)
      .map((key) => (has(key) ? { id: key, key, value: { rev: revOf(key) } } : { key, error: 'not_found' }));
    return c.json({ total_rows: teams.last(team), offset: 0, rows });
  });

  app.get('/:team/_changes', (c) => {
    const team = c.req.param('team');
    const since = numberOf(c.req.query('since') ?? '0');
    if (since === null) return c.json({ error: 'gone', reason: 'The feed began anew; read it from 0.' }, 410);
    const limit = Math.min(MAX_PAGE, Math.max(1, Number(c.req.query('limit')) || PAGE));
    const feed = feedOf(team, since, limit, c.req.query('include_docs') === 'true');
    return c.body(streamOf(feed), 200, { 'content-type': 'application/json' });
  });

  app.put('/:team/:document/blob', limited(MAX_BLOB_BYTES), async (c) => {
    const sha = BLOB.exec(c.req.param('document'))?.[1];
    if (!sha) return badRequest(c, 'A blob is named by the SHA-256 of its bytes.');
    const forbidden = (reason: string) => c.json({ error: 'forbidden', reason }, 403);
    if (c.get('role') === 'reader') return forbidden('readers do not write');
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const kept = blobs.put(c.req.param('team'), sha, bytes, c.req.header('content-type') ?? '');
    if (kept === 'forged') return forbidden('name is not the hash of the bytes');
    if (kept === 'present') return c.json({ error: 'conflict', reason: 'Document update conflict.' }, 409);
    metrics.stored('blob', 1);
    const id = `sha256-${sha}`;
    return c.json({ ok: true, id, rev: revOf(id) }, 201);
  });

  app.get('/:team/:document/blob', (c) => {
    const sha = BLOB.exec(c.req.param('document'))?.[1];
    const blob = sha && blobs.get(c.req.param('team'), sha);
    if (!blob) return c.json({ error: 'not_found', reason: 'missing' }, 404);
    return c.body(new Uint8Array(blob.bytes), 200, {
      // Bytes of strangers, from the address of the page: never to be shown as one.
      'content-type': IMAGE.test(blob.type) ? blob.type : 'application/octet-stream',
      'content-disposition': 'attachment',
    });
  });

  const seqOf = (number: number) => `${number}-${epoch}`;
  /** The number inside a position, 0 for the start, null for a position in another history. */
  function numberOf(since: string): number | null {
    if (since === '0') return 0;
    const [, number, of] = /^(\d{1,15})-(\w+)$/.exec(since) ?? [];
    return number && of === epoch ? Number(number) : null;
  }
  /** A page of the feed as JSON, read as it is sent: a whole one is some megabytes. */
  function* feedOf(team: string, since: number, limit: number, withDocuments: boolean): Generator<string> {
    yield '{"results":[';
    let last = since;
    for (const changes of teams.changes(team, since, limit)) {
      const comma = last === since ? '' : ',';
      yield comma + changes.map((change) => changeJson(change, withDocuments)).join(',');
      last = changes.at(-1)!.seq;
    }
    const pending = Math.max(0, teams.last(team) - last);
    yield `],"last_seq":${JSON.stringify(seqOf(last))},"pending":${pending}}`;
  }
  function changeJson({ seq, id, body }: Change, withDocument: boolean): string {
    const gone = body === null;
    const doc = gone ? JSON.stringify({ _id: id, _deleted: true }) : body;
    const head = { seq: seqOf(seq), id, changes: [{ rev: revOf(id) }], ...(gone ? { deleted: true } : {}) };
    return withDocument ? `${JSON.stringify(head).slice(0, -1)},"doc":${doc}}` : JSON.stringify(head);
  }
  return app;
}

/** A stream whose pieces are made when they are asked for. */
function streamOf(pieces: Iterator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(Buffer.from(value));
    },
  });
}

async function json(c: Context<Env>): Promise<Record<string, unknown> | null> {
  const body: unknown = await c.req.json().catch(() => null);
  return typeof body === 'object' ? (body as Record<string, unknown> | null) : null;
}

function badRequest(c: Context<Env>, reason: string) {
  return c.json({ error: 'bad_request', reason }, 400);
}
