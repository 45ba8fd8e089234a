import type { Leader } from './leaders';
import type { Level, Suggestion } from './suggestion';

/** What a page asks: texts of blocks, and the weakest level it wants to see. */
export interface TypoRequest {
  texts: string[];
  level: Level;
  /** The office's own list; put in by the background. */
  office?: OfficeWords;
}

/** Words that are right whatever the engine thinks, and corrections that always hold. */
export interface OfficeWords {
  allow: string[];
  deny: { wrong: string; right: string; source: string }[];
  leaders: Leader[];
}

/** Suggestions per text, in the order asked. */
export type TypoReply = Suggestion[][];

interface Job {
  id: number;
  request: TypoRequest;
}
type Answer = { id: number; reply: TypoReply } | { id: number; error: string };

/** The part of a Worker that is needed. */
export interface WorkerLike {
  postMessage(job: Job): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface HostOptions {
  start(): WorkerLike;
  /** ms without a question after which the model's memory is given back. */
  idle: number;
  schedule(run: () => void, ms: number): number;
  cancel(timer: number): void;
}

/** Keeps one worker with the loaded model for the whole browser: started by the first question, ended when idle. */
export class TypoHost {
  private worker: WorkerLike | null = null;
  private readonly waiting = new Map<number, { done(reply: TypoReply): void; failed(error: Error): void }>();
  private next = 1;
  private timer = 0;

  constructor(private readonly options: HostOptions) {}

  /** Checks texts off the page's thread; rejects when the model cannot be loaded. */
  check(request: TypoRequest): Promise<TypoReply> {
    const worker = this.running();
    const id = this.next++;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      worker.postMessage({ id, request });
    });
  }

  private running(): WorkerLike {
    if (this.timer) this.options.cancel(this.timer);
    this.timer = 0;
    if (this.worker) return this.worker;
    const worker = this.options.start();
    worker.onmessage = ({ data }) => {
      const asked = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ('reply' in data) asked?.done(data.reply);
      else asked?.failed(new Error(data.error));
      if (this.waiting.size === 0)
        this.timer = this.options.schedule(() => this.release(), this.options.idle);
    };
    worker.onerror = (event) => this.release(new Error(event.message || 'the typo worker did not start'));
    this.worker = worker;
    return worker;
  }

  /** Ends the worker; questions that still wait are told why. */
  private release(error = new Error('the typo worker was stopped')): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}

/** Answers jobs inside the worker with whatever checks texts; the model is loaded by the first job. */
export function serveJobs(
  scope: { onmessage: unknown; postMessage(answer: Answer): void },
  load: () => Promise<(request: TypoRequest) => TypoReply>,
): void {
  let loading: Promise<(request: TypoRequest) => TypoReply> | null = null;
  scope.onmessage = async ({ data: { id, request } }: MessageEvent<Job>) => {
    try {
      loading ??= load();
      scope.postMessage({ id, reply: (await loading)(request) });
    } catch (error) {
      loading = null;
      scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
