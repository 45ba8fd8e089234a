import { Annotate } from './Annotate';
import { Badge } from './Badge';
import type { Box, OverlayActions, OverlayParts, OverlayState } from './model';
import { Panel } from './Panel';
import { ProofBar } from './ProofBar';
import { ToastBar } from './ToastBar';
import { TypoCard } from './Typos';

/** Everything that is drawn over a page: badge or panel, toast, and boxes where the page cannot be painted. */
export function Overlay({
  state,
  actions,
  parts,
}: {
  state: OverlayState;
  actions: OverlayActions;
  parts: OverlayParts;
}) {
  if (state.veiled.value) return null;
  const toast = state.toast.value;
  const hovered = state.hovered.value;
  return (
    <div class="duwang" data-side={state.side.value}>
      {state.boxes.value.map((box) => (
        <div class="box" style={px(box)} />
      ))}
      {state.leaving.value || !parts.tags ? null : <parts.tags state={state} />}
      {state.leaving.value ? null : state.open.value ? (
        <Panel state={state} actions={actions} parts={parts} />
      ) : (
        <Badge state={state} actions={actions} />
      )}
      {hovered && !state.open.value ? (
        <div class="card" style={{ left: `${hovered.left}px`, top: `${hovered.top}px` }}>
          <TypoCard typo={hovered.typo} actions={actions} />
        </div>
      ) : null}
      <ProofBar state={state} actions={actions} />
      {toast && state.annotating.value && toast.recorded ? (
        <Annotate recorded={toast.recorded} actions={actions} close={() => actions.dismissToast()} />
      ) : toast ? (
        <ToastBar toast={toast} state={state} actions={actions} />
      ) : null}
    </div>
  );
}

function px(box: Box) {
  return { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` };
}
