import { useSignal } from '@preact/signals';
import { unitNoticeField } from '../../../../utils/campaign/campaign';
import { decodeText } from '../../../../utils/campaign/import/table';
import { RECTIFICATION_TEMPLATE } from '../../../../utils/report/notice/rectification';
import { NOTICE_TEMPLATE, templateObjection } from '../../../../utils/report/notice/template';
import type { Sentence } from '../../../../utils/words';
import { FileButton } from '../../../shared/FileButton';
import { t, words } from '../../../shared/words';
import { download } from '../../download';
import type { CampaignModel } from '../model';

const TEMPLATES = [
  { field: 'noticeTemplate', shipped: NOTICE_TEMPLATE, needed: '主要问题' },
  { field: 'rectificationTemplate', shipped: RECTIFICATION_TEMPLATE, needed: '问题' },
] as const;
type Template = (typeof TEMPLATES)[number];

/** The templates as text files: saved, changed in any editor, brought back. */
export function TemplateFiles({ model }: { model: CampaignModel }) {
  const problem = useSignal<Sentence | null>(null);
  const campaign = model.open.value!;
  const use = (field: Template['field'], text: string) =>
    model.change({ [field]: text, ...redrafted(model, field) });
  const load = async ({ field, needed }: Template, file: File) => {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    problem.value = templateObjection(text, needed);
    if (!problem.value) await use(field, text);
  };
  return (
    <details>
      <summary>{t('notice.templates')}</summary>
      <p class="hint">{t('notice.templateHint')}</p>
      {problem.value ? <p role="alert">{words(problem.value)}</p> : null}
      {TEMPLATES.map((template) => {
        const { field, shipped } = template;
        return (
          <p class="actions" key={field}>
            <span>{t(`notice.${field}`)}</span>
            <button
              type="button"
              onClick={() =>
                download(
                  new Blob([`\uFEFF${campaign[field] || shipped}`], { type: 'text/plain;charset=utf-8' }),
                  `${t(`notice.${field}`)}.txt`,
                )
              }
            >
              {t('notice.saveTemplate')}
            </button>
            <FileButton
              label={t('notice.loadTemplate')}
              accept=".txt"
              take={(file) => void model.attempt(() => load(template, file))}
            />
            {campaign[field] ? (
              <button type="button" class="quiet" onClick={() => void use(field, '')}>
                {t('notice.shippedTemplate')}
              </button>
            ) : null}
          </p>
        );
      })}
    </details>
  );
}

/** A new template drafts its documents anew: what was edited by the old one goes (and comes back by 撤销). */
function redrafted(model: CampaignModel, field: Template['field']): Record<string, null> {
  if (field === 'noticeTemplate') return { notice: null };
  const units = Object.keys(model.open.value!.unitNotices);
  return Object.fromEntries(units.map((unit) => [unitNoticeField(unit), null]));
}
