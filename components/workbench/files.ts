import { signal } from '@preact/signals';
import type { Store } from '../../utils/findings/store';
import { NotABackup, type Restored, restore } from '../../utils/report/backup';
import { type Sentence, say } from '../../utils/words';
import { type HandoverEnv, type HandoverFile, save } from './handover';

/** What is going on with a file: how far it is, and the way to stop it. */
export interface FileTask {
  text: Sentence;
  done: number;
  /** 0 = nobody knows. */
  total: number;
  stop: AbortController;
}

/** Files made and files brought in, one at a time, each with progress and a way to stop. */
export class Files {
  readonly task = signal<FileTask | null>(null);

  /** Makes a file and hands it over; false when the reviewer stopped it, and then nothing is saved. */
  handOver(
    store: Store,
    make: (env: HandoverEnv) => HandoverFile,
    total: number,
    write = save,
  ): Promise<boolean> {
    return this.run(say('handover.working'), total, async (progress, signal) => {
      await write(make({ store, progress, signal }), signal);
    });
  }

  /** Merges a backup or a colleague's review file; nothing that is here is overwritten. Says what came of it. */
  async restore(store: Store, file: Blob): Promise<{ told: Sentence[]; problem: Sentence | null }> {
    let restored: Restored | null = null;
    try {
      await this.run(say('handover.restoring'), 0, async (progress, signal) => {
        restored = await restore(store, file, (done, total) => {
          progress(done, total);
          signal.throwIfAborted();
        });
      });
    } catch (error) {
      if (!(error instanceof NotABackup)) throw error;
      return { told: [], problem: say('handover.notABackup') };
    }
    if (!restored) return { told: [say('handover.restoreStopped')], problem: null };
    const { added, known, refused, files, damaged } = restored as Restored;
    return {
      told: [say('handover.restored', added, known, files)],
      problem: refused + damaged > 0 ? say('handover.damaged', refused, damaged) : null,
    };
  }

  private async run(
    text: Sentence,
    total: number,
    work: (progress: (done: number, of?: number) => void, signal: AbortSignal) => Promise<void>,
  ): Promise<boolean> {
    const stop = new AbortController();
    const progress = (done: number, of = total) => {
      this.task.value = { text, done, total: of, stop };
    };
    progress(0);
    try {
      await work(progress, stop.signal);
      return true;
    } catch (error) {
      if (stop.signal.aborted) return false;
      throw error;
    } finally {
      this.task.value = null;
    }
  }
}
