import { useEffect, useRef, useState } from 'preact/hooks';
import { unverifiedBy } from '../../../utils/report/unverified';
import { tooManyForXlsx } from '../../../utils/report/xlsx';
import { Menu } from '../../shared/Menu';
import { t } from '../../shared/words';
import type { CampaignModel } from '../campaign/model';
import { backupFile, csvFile, evidenceFile, jsonFile, mergedFile, reviewFile, xlsxFile } from '../handover';
import type { Workbench } from '../model';
import { ColumnsDialog } from './ColumnsDialog';

/** 导出 CSV, and a menu with all other ways to hand over, keep safe and bring back. Works on what the filter shows. */
export function ExportMenu({ model, campaign }: { model: Workbench; campaign: CampaignModel }) {
  const { choices } = model;
  useEffect(() => void choices.load(), []);
  const [choosing, setChoosing] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const rows = model.shown.value;
  const disabled = rows.length === 0;
  const how = () => ({
    columns: choices.columns(),
    mask: choices.mask(),
    unverified: unverifiedBy((finding) => campaign.packFor(finding)),
    now: Date.now(),
  });
  return (
    <div class="actions">
      <button
        type="button"
        class="primary"
        disabled={disabled}
        onClick={() => void model.handOver((env) => csvFile(rows, env, how()), rows.length)}
      >
        {t('workbench.exportCsv')}
      </button>
      <Menu
        label={t('handover.more')}
        items={[
          {
            label: t('handover.xlsx'),
            disabled,
            run: () => {
              model.error.value = tooManyForXlsx(rows.length);
              if (!model.error.value) void model.handOver((env) => xlsxFile(rows, env, how()), rows.length);
            },
          },
          {
            label: t('handover.merged'),
            disabled,
            run: () => void model.handOver((env) => mergedFile(rows, env, how()), rows.length),
          },
          {
            label: t('handover.json'),
            disabled,
            run: () => void model.handOver((env) => jsonFile(rows, env, how()), rows.length),
          },
          {
            label: t('handover.evidence'),
            disabled,
            run: () => void model.handOver((env) => evidenceFile(rows, env, how()), rows.length),
          },
          {
            label: t('handover.masked'),
            apart: true,
            checked: choices.value.value.masked,
            run: () => void choices.set({ ...choices.value.value, masked: !choices.value.value.masked }),
          },
          { label: t('handover.columns'), run: () => setChoosing(true) },
          {
            label: t('handover.review'),
            disabled,
            apart: true,
            run: () => void model.handOver((env) => reviewFile(rows, env, Date.now()), rows.length),
          },
          {
            label: t('handover.backup'),
            run: () => void model.handOver((env) => backupFile(model.findings.value.length, env, Date.now())),
          },
          { label: t('handover.restore'), run: () => picker.current?.click() },
        ]}
      />
      <input
        ref={picker}
        type="file"
        accept=".zip"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void model.restore(files);
        }}
      />
      {choosing ? <ColumnsDialog choices={choices} close={() => setChoosing(false)} /> : null}
    </div>
  );
}
