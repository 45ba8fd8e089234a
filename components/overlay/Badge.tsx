import { useRef } from 'preact/hooks';
import type { OutcomeKind } from '../../utils/checks/check';
import { t } from '../shared/words';
import { type OverlayActions, type OverlayState, tally } from './model';

/** Pixels a press may wander and still be a click. */
const clickSlack = 4;

/** The quiet sign at the window's edge: how many 问题 and 待核, or ✓ when every check that could speak says fine. */
export function Badge({ state, actions }: { state: OverlayState; actions: OverlayActions }) {
  const press = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const report = state.report.value;
  const counts = tally(state);
  const label = report ? t('badge.label', counts.fail, counts.review, counts.pass) : t('badge.reading');

  return (
    <button
      type="button"
      class="badge"
      style={{ top: `${state.top.value}%` }}
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        press.current = { x: event.clientX, y: event.clientY, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const start = press.current;
        if (!start) return;
        start.moved ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > clickSlack;
        if (start.moved) state.top.value = clamp((event.clientY / innerHeight) * 100, 4, 92);
      }}
      onPointerUp={(event) => {
        if (press.current?.moved) {
          actions.moveTo(event.clientX < innerWidth / 2 ? 'left' : 'right', state.top.value);
        }
      }}
      onClick={() => {
        const moved = press.current?.moved;
        press.current = null;
        if (!moved) actions.setOpen(true);
      }}
    >
      <span class="badge-name" aria-hidden="true">
        读
      </span>
      {report === null ? <Sign kind="notApplicable" text="…" /> : null}
      {counts.fail > 0 ? <Sign kind="fail" text={`▲${counts.fail}`} /> : null}
      {counts.review > 0 ? <Sign kind="review" text={`?${counts.review}`} /> : null}
      {report && counts.fail + counts.review === 0 && counts.pass > 0 ? <Sign kind="pass" text="✓" /> : null}
      {report && counts.fail + counts.review + counts.pass === 0 ? (
        <Sign kind="notApplicable" text="–" />
      ) : null}
    </button>
  );
}

/** Drawn by the style sheet: the button's label says it in words, and a sign as text would be a second label. */
function Sign({ kind, text }: { kind: OutcomeKind; text: string }) {
  return <span class={`mark mark-${kind} sign`} data-sign={text} />;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
