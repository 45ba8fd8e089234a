import { Annotate } from './Annotate';
import { Badge } from './Badge';
import type { OverlayActions, OverlayState } from './model';
import { Panel } from './Panel';
import { ToastBar } from './ToastBar';

/** Everything that is drawn over a page: badge or panel, toast, and boxes where the page cannot be painted. */
export function Overlay({ state, actions }: { state: OverlayState; actions: OverlayActions }) {
  if (state.veiled.value) return null;
  const toast = state.toast.value;
  return (
    <div class="duwang" data-side={state.side.value}>
      {state.boxes.value.map((box) => (
        <div class="box" style={{ left: box.left, top: box.top, width: box.width, height: box.height }} />
      ))}
      {state.leaving.value ? null : state.open.value ? (
        <Panel state={state} actions={actions} />
      ) : (
        <Badge state={state} actions={actions} />
      )}
      {toast && state.annotating.value && toast.recorded ? (
        <Annotate recorded={toast.recorded} actions={actions} close={() => actions.dismissToast()} />
      ) : toast ? (
        <ToastBar toast={toast} state={state} actions={actions} />
      ) : null}
    </div>
  );
}
