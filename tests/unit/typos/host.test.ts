import { describe, expect, it, vi } from 'vitest';
import { serveJobs, TypoHost, type TypoRequest, type WorkerLike } from '../../../utils/typos/host';
import type { Suggestion } from '../../../utils/typos/suggestion';

/** A worker in the same thread: what is posted arrives at the other side in a microtask. */
function looseWorker(load: () => Promise<(request: TypoRequest) => Suggestion[][]>): WorkerLike {
  const inside = {
    onmessage: null as unknown,
    postMessage: (answer: unknown) => queueMicrotask(() => outside.onmessage?.({ data: answer } as never)),
  };
  const outside: WorkerLike = {
    postMessage: (job) => queueMicrotask(() => (inside.onmessage as (event: unknown) => void)({ data: job })),
    terminate: vi.fn(),
    onmessage: null,
    onerror: null,
  };
  serveJobs(inside, load);
  return outside;
}

function setUp(load: () => Promise<(request: TypoRequest) => Suggestion[][]>) {
  const idle: (() => void)[] = [];
  const workers: WorkerLike[] = [];
  const host = new TypoHost({
    start: () => {
      workers.push(looseWorker(load));
      return workers.at(-1)!;
    },
    idle: 1000,
    schedule: (run) => idle.push(run),
    cancel: (timer) => {
      idle[timer - 1] = () => {};
    },
  });
  return { host, workers, idle };
}

const request: TypoRequest = { texts: ['甲', '乙'], level: 'likely' };

describe('TypoHost', () => {
  it('loads the model once for many questions and answers each in its order', async () => {
    const load = vi.fn(
      async () =>
        ({ texts }: TypoRequest) =>
          texts.map(() => [] as Suggestion[]),
    );
    const { host, workers } = setUp(load);
    const replies = await Promise.all([host.check(request), host.check({ ...request, texts: ['丙'] })]);
    expect(replies.map((reply) => reply.length)).toEqual([2, 1]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(workers).toHaveLength(1);
  });

  it('gives the memory back when idle, and starts again when asked', async () => {
    const { host, workers, idle } = setUp(
      async () =>
        ({ texts }) =>
          texts.map(() => []),
    );
    await host.check(request);
    idle.at(-1)!();
    expect(workers[0]!.terminate).toHaveBeenCalled();
    await host.check(request);
    expect(workers).toHaveLength(2);
  });

  it('does not end a worker that was asked again before it was idle long enough', async () => {
    const { host, workers, idle } = setUp(
      async () =>
        ({ texts }) =>
          texts.map(() => []),
    );
    await host.check(request);
    const first = idle.length - 1;
    await host.check(request);
    idle[first]!();
    expect(workers[0]!.terminate).not.toHaveBeenCalled();
  });

  it('says why when the model does not load, and tries again with the next question', async () => {
    const load = vi
      .fn()
      .mockRejectedValueOnce(new Error('model is damaged'))
      .mockResolvedValue(({ texts }: TypoRequest) => texts.map(() => []));
    const { host } = setUp(load);
    await expect(host.check(request)).rejects.toThrow('model is damaged');
    await expect(host.check(request)).resolves.toHaveLength(2);
  });

  it('tells everybody who waits when the worker breaks', async () => {
    const { host, workers } = setUp(() => new Promise(() => {}));
    const asked = host.check(request);
    workers[0]!.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(asked).rejects.toThrow('out of memory');
  });
});
