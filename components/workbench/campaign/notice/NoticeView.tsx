import { useSignal } from '@preact/signals';
import { addDays } from '../../../../utils/dates/civil';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';
import { documentsOf } from './drafts';
import { saveDocument, saveTable, saveUnits } from './export';
import { Paper } from './Paper';
import { TemplateFiles } from './TemplateFiles';

/** Hand over: the 通报 and the 整改通知单 of each unit, editable before they go out, and the overall table. */
export function NoticeView({ model, show }: { model: CampaignModel; show(finding: string): void }) {
  const chosen = useSignal('');
  const campaign = model.open.value!;
  const documents = documentsOf(model);
  const document = documents.find(({ unit }) => unit === chosen.value) ?? documents[0]!;
  const units = documents.slice(1);
  const findings = new Map(model.findings.value.map((finding) => [finding.id, finding]));
  const save = (work: () => Promise<void>) => void model.attempt(work);
  const { covered, total, percent } = model.progress.value;
  return (
    <div class="notice-view">
      <p class="actions">
        <select
          aria-label={t('notice.choose')}
          value={document.unit}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {documents.map(({ unit }) => (
            <option key={unit} value={unit}>
              {unit ? t('notice.toUnit', unit) : t('notice.file')}
            </option>
          ))}
        </select>
        <button type="button" class="primary" onClick={() => save(() => saveDocument(model, document))}>
          {t(document.unit ? 'notice.exportUnit' : 'notice.exportDocx')}
        </button>
        <button
          type="button"
          disabled={units.length === 0}
          onClick={() => save(() => saveUnits(model, units))}
        >
          {t('notice.exportUnits', units.length)}
        </button>
        <button type="button" onClick={() => save(() => saveTable(model))}>
          {t('notice.exportXlsx')}
        </button>
        {document.edited ? (
          <button type="button" onClick={() => void model.change({ [document.field]: null })}>
            {t('notice.redraft')}
          </button>
        ) : null}
      </p>
      <p class="actions">
        <label class="inline-label">
          {t('notice.deadline')}
          <input
            name="deadline"
            type="date"
            value={campaign.deadline ?? ''}
            min={addDays(model.today.value, 1)}
            onChange={(event) => void model.change({ deadline: event.currentTarget.value || null })}
          />
        </label>
        <label class="inline-label">
          {t('notice.day')}
          <input
            name="noticeDay"
            type="date"
            value={campaign.noticeDay ?? model.realDay()}
            min={model.today.value}
            onChange={(event) => void model.change({ noticeDay: event.currentTarget.value || null })}
          />
        </label>
      </p>
      {percent < 100 ? <p class="hint">{t('notice.incomplete', covered, total)}</p> : null}
      {document.behind ? <p role="alert">{t('notice.behind')}</p> : null}
      <Paper model={model} document={document} findings={findings} show={show} />
      <TemplateFiles model={model} />
    </div>
  );
}
