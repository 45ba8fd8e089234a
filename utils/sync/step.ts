import type { Entry } from '../findings/entry';
import { StoreError } from '../findings/errors';
import type { Exchange, SyncState } from '../findings/exchange';
import type { Json } from '../findings/json';
import { type Sentence, say } from '../words';
import { backoff } from './backoff';
import { type Account, type Endpoint, nameOf, type Page } from './endpoint';
import { needsPeople, type ProblemKind, SyncProblem } from './problem';

/** Entries a batch, and about how many bytes of them. */
const BATCH = 200;
const BATCH_BYTES = 2_000_000;
const PAGE = 2_000;
/** Blobs whose presence is asked for at once, and that are sent at once. */
const BLOBS = 100;
const BLOBS_AT_ONCE = 4;
/** After a problem that people have to solve, in ms. */
const STUCK_MS = 15 * 60_000;

export interface SyncEnv {
  exchange: Exchange;
  endpoint: Endpoint;
  account: Account;
  /** ms since 1970. */
  now(): number;
  /** In [0, 1). */
  random(): number;
}

/** What a run knows beside what is stored; a killed worker starts again with {@link fresh}. */
export interface Progress {
  /** Entries to send at once: fewer after the endpoint found a batch too large. */
  batch: number;
  /** The feed had nothing more. */
  caughtUp: boolean;
  /** The next page of the feed, asked for and checked while the one before it was written, and the position it was asked from. */
  ahead: { since: Json; page: Promise<CheckedPage> } | null;
  /** Blobs that the endpoint does not hold, as it said; null = not asked yet. */
  missing: string[] | null;
}

/** What to do after a step: the next one now, one later (`ms`), or wait until there is something new. */
export type Next = { kind: 'more'; progress: Progress } | { kind: 'later'; ms: number } | { kind: 'done' };

/** A page of the feed with what of it is genuine. */
type CheckedPage = Page & { entries: Entry[] };

export const fresh: Progress = { batch: BATCH, caughtUp: false, ahead: null, missing: null };

/**
 * One step of the exchange: one batch, page or handful of blobs and the transaction that notes it, so that an alarm can drive it and a worker may be killed
 * anywhere. Entries first, then the feed, then screenshots. Failures are noted in the state and never thrown.
 */
export async function syncStep(env: SyncEnv, progress: Progress): Promise<Next> {
  const name = nameOf(env.account);
  const state = await stateOf(env, name);
  const wait = state.retryAt - env.now();
  // A clock that was set back must not stop the exchange for years.
  if (wait > 0 && wait <= 2 * 60 * 60_000) return { kind: 'later', ms: wait };
  try {
    const next =
      (await push(env, progress)) ??
      (await pull(env, name, state, progress)) ??
      (await sendBlobs(env, progress));
    if (next) {
      if (state.failures > 0) await env.exchange.note(name, { failures: 0, retryAt: 0, problem: null });
      return { kind: 'more', progress: next };
    }
    const doneAt = new Date(env.now()).toISOString();
    await env.exchange.note(name, { doneAt, failures: 0, retryAt: 0, problem: null });
    return { kind: 'done' };
  } catch (cause) {
    if (!(cause instanceof SyncProblem || cause instanceof StoreError)) throw cause;
    const problem = cause instanceof SyncProblem ? cause : null;
    if (problem?.kind === 'anew') {
      await env.exchange.begin(name, env.account.user);
      return { kind: 'more', progress: fresh };
    }
    const failures = state.failures + 1;
    const stuck = problem && needsPeople(problem.kind);
    const ms = stuck ? STUCK_MS : backoff(failures, problem?.waitMs ?? null, env.random());
    await env.exchange.note(name, { failures, retryAt: env.now() + ms, problem: cause.sentence });
    return { kind: 'later', ms };
  }
}

async function stateOf({ exchange, account }: SyncEnv, name: string): Promise<SyncState> {
  const state = await exchange.state();
  return state?.endpoint === name ? state : exchange.begin(name, account.user);
}

/** Sends a batch of entries; null when there is none. */
async function push({ exchange, endpoint, account }: SyncEnv, progress: Progress): Promise<Progress | null> {
  const outgoing = await exchange.outgoing(progress.batch);
  if (outgoing.length === 0) return null;
  const foreign = outgoing.filter((entry) => entry.author !== account.user);
  const batch = withinBytes(outgoing.filter((entry) => entry.author === account.user));
  const refused = new Map<string, Sentence>();
  for (const entry of foreign) refused.set(entry._id, say('sync.refusal.author', entry.author));
  if (batch.length === 0) {
    await exchange.settle([], refused);
    return progress;
  }
  try {
    const verdicts = await endpoint.push(batch);
    const held: string[] = [];
    for (const { _id } of batch) {
      const verdict = verdicts.get(_id);
      if (verdict === 'held') held.push(_id);
      else if (verdict && verdict !== 'failed')
        refused.set(_id, say('sync.refusal.endpoint', verdict.refused));
    }
    await exchange.settle(held, refused);
    if (held.length + refused.size === 0) throw new SyncProblem('server');
    return { ...progress, batch: Math.min(BATCH, progress.batch * 2) };
  } catch (cause) {
    if (!isAboutContent(cause)) throw cause;
    // Something in the batch is not taken: halve it until the one entry is found, and let the others pass.
    if (batch.length > 1) return { ...progress, batch: Math.ceil(batch.length / 2) };
    await exchange.settle([], new Map([[batch[0]!._id, cause.sentence]]));
    return { ...progress, batch: BATCH };
  }
}

/** Reads a page of the feed; null when there is nothing more. */
async function pull(
  { exchange, endpoint }: SyncEnv,
  name: string,
  state: SyncState,
  progress: Progress,
): Promise<Progress | null> {
  if (progress.caughtUp) return null;
  const read = async (since: Json): Promise<CheckedPage> => {
    const page = await endpoint.changes(since, PAGE);
    return { ...page, entries: exchange.entriesIn(page.documents) };
  };
  const ahead = progress.ahead;
  // What was asked for in advance counts only where the position before it was kept.
  const isNext = ahead && isSame(ahead.since, state.since);
  const page = await (isNext ? ahead.page : read(state.since));
  // An empty page ends the run even where the endpoint promises more: a cluster that is not ready yet.
  const caughtUp = page.last || page.documents.length === 0;
  // Nothing to keep: a poll that writes all the same waits for the disk.
  if (page.documents.length === 0 && isSame(page.since, state.since)) return { ...progress, caughtUp };
  const next = caughtUp ? null : { since: page.since, page: read(page.since) };
  // Its failure is met when it is its turn, or never, where this page cannot be kept.
  next?.page.catch(() => {});
  await exchange.receive(name, page.entries, page.since);
  return { ...progress, caughtUp, ahead: next };
}

/** Positions are opaque: the same when they read the same. */
function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Sends some of the blobs that the endpoint lacks; null when there is none. */
async function sendBlobs({ exchange, endpoint }: SyncEnv, progress: Progress): Promise<Progress | null> {
  if (!progress.missing || progress.missing.length === 0) {
    const outgoing = await exchange.outgoingBlobs(BLOBS);
    if (outgoing.length === 0) return null;
    const missing = await endpoint.missing(outgoing);
    await exchange.settleBlobs(outgoing.filter((sha) => !missing.includes(sha)));
    return { ...progress, missing };
  }
  const sent = progress.missing.slice(0, BLOBS_AT_ONCE);
  const held: string[] = [];
  const gone: string[] = [];
  const refused = new Map<string, Sentence>();
  const failures: unknown[] = [];
  await Promise.all(
    sent.map(async (sha) => {
      const blob = await exchange.outgoingBlob(sha);
      if (!blob) gone.push(sha);
      else
        await endpoint.putBlob(sha, blob).then(
          () => held.push(sha),
          (cause) => {
            if (isAboutContent(cause) || isProblem(cause, 'noRight')) refused.set(sha, cause.sentence);
            else failures.push(cause);
          },
        );
    }),
  );
  await exchange.settleBlobs(held, refused, gone);
  if (failures.length > 0) throw failures[0];
  return { ...progress, missing: progress.missing.slice(sent.length) };
}

/** As many of the entries as a request should carry, at least one. */
function withinBytes(entries: Entry[]): Entry[] {
  let bytes = 0;
  const end = entries.findIndex((entry) => {
    bytes += JSON.stringify(entry).length;
    return bytes > BATCH_BYTES;
  });
  return end < 0 ? entries : entries.slice(0, Math.max(1, end));
}

function isAboutContent(cause: unknown): cause is SyncProblem {
  return isProblem(cause, 'tooLarge') || isProblem(cause, 'rejected');
}

function isProblem(cause: unknown, kind: ProblemKind): cause is SyncProblem {
  return cause instanceof SyncProblem && cause.kind === kind;
}
