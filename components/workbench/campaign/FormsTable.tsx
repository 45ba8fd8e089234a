import { campaignForms } from '../../../utils/campaign/forms';
import { type FormCounts, richShare } from '../../../utils/policy/form';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

const FORMS = ['graphic', 'video', 'audio', 'questions', 'expert', 'press', 'text'] as const;

/** In which forms the columns that were looked at explain their documents, and the share of 图解, 视频 and 音频. */
export function FormsTable({ model }: { model: CampaignModel }) {
  const { items, counts } = campaignForms(model.board.value.map(({ record }) => record));
  if (items.length === 0) return null;
  return (
    <section class="forms">
      <h3>{t('forms.title')}</h3>
      <p class="hint">{t('forms.hint')}</p>
      <div class="scroll-x">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forms.site')}</th>
              <th scope="col">{t('forms.column')}</th>
              {FORMS.map((form) => (
                <th scope="col" key={form}>
                  {t(`checks.interpretationForm.forms.${form}`)}
                </th>
              ))}
              <th scope="col">{t('forms.share')}</th>
            </tr>
          </thead>
          <tbody>
            {items.flatMap(({ item, columns }) =>
              columns.map((one) => (
                <tr key={`${item.id} ${one.column}`}>
                  <td>{item.name}</td>
                  <td>
                    {one.column || t('columns.unnamed')} <small>{t('forms.pages', one.pages)}</small>
                  </td>
                  <Counts counts={one.counts} />
                </tr>
              )),
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('forms.all')}
              </th>
              <Counts counts={counts} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Counts({ counts }: { counts: FormCounts }) {
  return (
    <>
      {FORMS.map((form) => (
        <td key={form}>{counts[form]}</td>
      ))}
      <td>{richShare(counts)} %</td>
    </>
  );
}
