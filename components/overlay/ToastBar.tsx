import { useEffect, useRef } from 'preact/hooks';
import type { Toast } from '../../utils/capture';
import { t, words } from '../shared/words';
import type { OverlayActions, OverlayState } from './model';

/** Time in ms that a toast stays; long enough to reach 撤销 by keyboard. */
const lifetime = 8000;

/** 已记录 with 撤销 and 批注; goes by itself unless the pointer or the focus is on it. */
export function ToastBar({
  toast,
  state,
  actions,
}: {
  toast: Toast;
  state: OverlayState;
  actions: OverlayActions;
}) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      timer = window.setTimeout(leave, lifetime);
    };
    const leave = () => (bar.current?.matches(':hover, :focus-within') ? wait() : actions.dismissToast());
    wait();
    return () => clearTimeout(timer);
  }, [toast]);
  const recorded = toast.recorded;
  return (
    <div class={`toast toast-${toast.tone}`} role="status" ref={bar}>
      <span>
        {words(toast.text)}
        {toast.detail ? <small> {words(toast.detail)}</small> : null}
      </span>
      {recorded ? (
        <>
          <button type="button" onClick={() => actions.undo(recorded.undo)}>
            {t('toast.undo')}
          </button>
          <button
            type="button"
            onClick={() => {
              state.annotating.value = true;
            }}
          >
            {t('toast.annotate')}
          </button>
          {recorded.whole ? null : (
            <button type="button" onClick={() => actions.addWholePage(recorded)}>
              {t('toast.addWholePage')}
            </button>
          )}
        </>
      ) : null}
      <button
        type="button"
        class="quiet"
        aria-label={t('toast.close')}
        onClick={() => actions.dismissToast()}
      >
        ✕
      </button>
    </div>
  );
}
