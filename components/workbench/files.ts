import { signal } from '@preact/signals';
import type { Store } from '../../utils/findings/store';
import { NotABackup, restore } from '../../utils/report/backup';
import { type Sentence, say } from '../../utils/words';
import { placeFor } from './export/place';
import { save } from './export/save';
import type { HandoverEnv, HandoverFile } from './handover';

/** What is going on with a file: how far it is, and the way to stop it. */
export interface FileTask {
  text: Sentence;
  done: number;
  /** 0 = nobody knows. */
  total: number;
  stop: AbortController;
}

/** What came of merging files. */
export interface RestoreReport {
  told: Sentence[];
  problem: Sentence | null;
}

/** Files made and files brought in, one at a time, each with progress and a way to stop. */
export class Files {
  readonly task = signal<FileTask | null>(null);
  /** What came of the last file that was made, to be read and closed. */
  readonly outcome = signal<Sentence | null>(null);

  /** Makes a file and hands it over; stopped by the reviewer, nothing is saved. */
  async handOver(store: Store, make: (env: HandoverEnv) => HandoverFile, total: number): Promise<void> {
    this.outcome.value = null;
    const whole = await this.run(say('handover.working'), total, async (progress, signal) => {
      const { name, type, large, pieces, saved } = make({ store, progress, signal });
      const place = await placeFor(name, type, large);
      if (!place) return;
      await save(pieces, place, signal);
      await saved?.();
      if (place.name) this.outcome.value = say('handover.saved', place.name);
    });
    if (!whole) this.outcome.value = say('handover.stopped');
  }

  /** Merges backups or colleagues' review files, in any order; nothing that is here is overwritten. */
  async restore(store: Store, files: readonly File[]): Promise<RestoreReport> {
    const sum = { added: 0, known: 0, refused: 0, files: 0, damaged: 0 };
    let foreign: File | null = null;
    const whole = await this.run(say('handover.restoring'), 0, async (progress, signal) => {
      for (const file of files) {
        const restored = await restore(store, file, (done, total) => {
          progress(done, total);
          signal.throwIfAborted();
        }).catch((error: unknown) => {
          if (!(error instanceof NotABackup)) throw error;
          foreign = file;
          return null;
        });
        for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += restored?.[key] ?? 0;
      }
    });
    const merged =
      files.length > (foreign ? 1 : 0) ? [say('handover.restored', sum.added, sum.known, sum.files)] : [];
    return {
      told: whole ? merged : [say('handover.restoreStopped')],
      problem: foreign
        ? say('handover.notABackup', (foreign as File).name)
        : sum.refused + sum.damaged > 0
          ? say('handover.damaged', sum.refused, sum.damaged)
          : null,
    };
  }

  /** True when the work was done, false when the reviewer stopped it. */
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
