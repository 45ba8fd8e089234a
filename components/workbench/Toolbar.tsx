import { t, words } from '../shared/words';
import type { CampaignModel } from './campaign/model';
import { ExportMenu } from './export/ExportMenu';
import type { Workbench } from './model';

/** What can be handed over; while a file is being made, how far it is and the way to stop it. */
export function Toolbar({ model, campaign }: { model: Workbench; campaign: CampaignModel }) {
  const task = model.files.task.value;
  if (!task) return <ExportMenu model={model} campaign={campaign} />;
  return (
    <p class="actions" role="status">
      <span>{words(task.text)}</span>
      {task.total > 0 ? <progress aria-label={words(task.text)} max={task.total} value={task.done} /> : null}
      <button type="button" onClick={() => task.stop.abort()}>
        {t('form.cancel')}
      </button>
    </p>
  );
}
