import { RECTIFICATION_TEMPLATE } from '../../../utils/report/notice/rectification';
import { NOTICE_TEMPLATE } from '../../../utils/report/notice/template';
import { FileButton } from '../../shared/FileButton';
import { t } from '../../shared/words';
import { download } from '../download';
import type { CampaignModel } from './model';

const TEMPLATES = [
  ['noticeTemplate', NOTICE_TEMPLATE],
  ['rectificationTemplate', RECTIFICATION_TEMPLATE],
] as const;

/** The templates as text files: saved, changed in any editor, brought back. */
export function TemplateFiles({ model }: { model: CampaignModel }) {
  const campaign = model.open.value!;
  return (
    <details>
      <summary>{t('notice.templates')}</summary>
      <p class="hint">{t('notice.templateHint')}</p>
      {TEMPLATES.map(([field, shipped]) => (
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
            take={(file) =>
              void file
                .text()
                .then((text) => model.change({ [field]: text.replace(/^\uFEFF/, ''), notice: null }))
            }
          />
          {campaign[field] ? (
            <button
              type="button"
              class="quiet"
              onClick={() => void model.change({ [field]: '', notice: null })}
            >
              {t('notice.shippedTemplate')}
            </button>
          ) : null}
        </p>
      ))}
    </details>
  );
}
