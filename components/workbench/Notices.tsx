import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t, words } from '../shared/words';
import type { Workbench } from './model';

/** What the workbench has to say above its views; each line stays until it is closed. */
export function Notices({ model, openSettings }: { model: Workbench; openSettings(): void }) {
  const { notice, told, unheld, error } = model;
  const { outcome } = model.files;
  return (
    <>
      {notice.value ? (
        <Notice
          close={() => {
            notice.value = null;
          }}
        >
          {t(`notice.${notice.value}`)}
        </Notice>
      ) : null}
      {told.value.length > 0 ? (
        <Notice close={() => void model.dismissTold()}>{told.value.map(words).join(' ')}</Notice>
      ) : null}
      {outcome.value ? (
        <Notice
          close={() => {
            outcome.value = null;
          }}
        >
          {words(outcome.value)}
        </Notice>
      ) : null}
      {unheld.value > 0 ? (
        <Notice
          action={{
            label: t('backup.set'),
            run() {
              unheld.value = 0;
              openSettings();
            },
          }}
          close={() => {
            unheld.value = 0;
          }}
        >
          {t('backup.unheld', unheld.value)}
        </Notice>
      ) : null}
      {error.value ? (
        <Notice
          isError
          close={() => {
            error.value = null;
          }}
        >
          {words(error.value)}
        </Notice>
      ) : null}
    </>
  );
}

function Notice(props: {
  children: ComponentChildren;
  isError?: boolean;
  action?: { label: string; run(): void };
  close(): void;
}) {
  const { children, isError = false, action, close } = props;
  return (
    <p class={isError ? 'notice notice-error' : 'notice'} role={isError ? 'alert' : 'status'}>
      <span>{children}</span>
      {action ? (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={close}>
        {t('workbench.dismiss')}
      </button>
    </p>
  );
}

/** Time in ms that 撤销 is offered. */
const undoTime = 10_000;

/** The last step and the way to take it back. */
export function UndoBar({ model }: { model: Workbench }) {
  const last = model.undoable.value;
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => {
      model.undoable.value = null;
    }, undoTime);
    return () => clearTimeout(timer);
  }, [last]);
  if (!last) return null;
  return (
    <div class="undo" role="status">
      <span>{words(last.text)}</span>
      <button type="button" onClick={() => void model.undo()}>
        {t('toast.undo')}
      </button>
    </div>
  );
}
