import type { MiddlewareHandler } from 'hono';
import type { Env, Services } from './app';
import { rateLimit } from './rate';

/** Wrong passwords for one name from one address: ten, then one in half a minute. */
const GUESSES = { burst: 10, perSecond: 1 / 30 };
/** What one user may ask: a first upload of 10,000 entries with 100 screenshots stays far below. */
const REQUESTS = { burst: 600, perSecond: 60 };

/** Lets known users in, slows down who guesses or floods; sets `user`. */
export function authentication({ users, now }: Services): MiddlewareHandler<Env> {
  const guesses = rateLimit(GUESSES, now);
  const requests = rateLimit(REQUESTS, now);
  return async (c, next) => {
    const given = credentialsIn(c.req.header('authorization'));
    const caller = `${c.env.incoming?.socket.remoteAddress ?? ''} ${given?.name ?? ''}`;
    const blocked = given ? guesses.peek(caller) : 0;
    if (blocked > 0) return tooMany(blocked);
    if (!given || !(await users.verify(given.name, given.password))) {
      if (given) guesses.take(caller);
      // A page is asked for by a browser, which then asks the reader; a program must not make it ask.
      const ask = { 'www-authenticate': 'Basic realm="duwang", charset="UTF-8"' };
      const reason = given ? 'Name or password is incorrect.' : 'Name and password are needed.';
      return c.json({ error: 'unauthorized', reason }, 401, wantsPage(c.req.header('accept')) ? ask : {});
    }
    const wait = requests.take(given.name);
    if (wait > 0) return tooMany(wait);
    c.set('user', given.name);
    return next();
  };
}

export function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

function tooMany(seconds: number): Response {
  const body = { error: 'too_many_requests', reason: `Try again in ${seconds} s.` };
  return Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
}

function credentialsIn(header: string | undefined): { name: string; password: string } | null {
  const [, base64] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  if (!base64) return null;
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1 ? null : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}
