import { computed, signal } from '@preact/signals';
import { waitsForSecond } from '../../../utils/findings/blind';
import type { Finding } from '../../../utils/findings/finding';
import { secondOpinion } from '../../../utils/findings/verdict';
import { say } from '../../../utils/words';
import type { Workbench } from '../model';

/** 独立复核: a second verdict on what others have judged, without seeing the first. */
export class BlindReview {
  /** Only what waits for a second verdict is shown, without the first one. */
  readonly on = signal(false);
  /** How many findings wait for the reviewer's second verdict. */
  readonly waiting = computed(
    () => this.model.findings.value.filter((finding) => this.waits(finding)).length,
  );

  constructor(
    private readonly model: Workbench,
    private readonly author: () => string,
  ) {}

  set(on: boolean): void {
    const { model } = this;
    if (on && !this.author()) {
      model.error.value = say('review.needsName');
      return;
    }
    this.on.value = on;
    model.ledger.only.value = on ? (finding) => this.waits(finding) : null;
    model.picked.value = new Set();
    model.selected.value = model.shown.value[0]?.id ?? null;
  }

  /** A second verdict of the reviewer's own; the finding leaves the queue and the next one opens. */
  judge(id: string, verdict: 'confirmed' | 'ignored', reason: string): Promise<void> {
    const { model } = this;
    if (verdict === 'ignored' && reason === '') {
      model.error.value = say('findings.verdict.needsReason');
      return Promise.resolve();
    }
    const rows = model.shown.value;
    const at = rows.findIndex((finding) => finding.id === id);
    const next = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
    return model.step(say('review.judged'), async (store) => {
      const entries = await store.edit([id], secondOpinion(this.author(), verdict, reason));
      model.selected.value = next;
      return entries;
    });
  }

  private waits(finding: Finding): boolean {
    return waitsForSecond(finding, this.author());
  }
}
