import { fresh, type Next, type SyncEnv, syncStep } from './step';

/** Lets one context of the browser work at a time; null when another one is at it. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T | null>;

/** {@link Exclusive} by the browser's own locks, which end with their holder, be it killed. */
export function exclusively(locks: LockManager, name: string): Exclusive {
  return (work) => locks.request(name, { ifAvailable: true }, async (lock) => (lock ? work() : null));
}

/** Waits for whoever is at it, then works: what the reviewer asks for is done after what was under way, never skipped. */
export function inTurn(locks: LockManager, name: string): Exclusive {
  return (work) => locks.request(name, work);
}

/**
 * Steps until there is nothing to do, the endpoint is to be left alone, or the time is over; null when another
 * context is at it already. What is left goes on at the next call.
 */
export function runSync(env: SyncEnv, exclusive: Exclusive, budgetMs: number): Promise<Next | null> {
  return exclusive(async () => {
    const end = env.now() + budgetMs;
    let next: Next = { kind: 'more', progress: fresh };
    while (next.kind === 'more' && env.now() < end) next = await syncStep(env, next.progress);
    return next;
  });
}
