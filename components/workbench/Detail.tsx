import { textFragmentUrl } from '../../utils/anchors/fragment';
import { dayOf } from '../../utils/dates/civil';
import type { Finding, Severity } from '../../utils/findings/finding';
import { sendMessage } from '../../utils/messages';
import { maskPersonal } from '../../utils/privacy/find';
import { say } from '../../utils/words';
import { AnnotationFields } from '../shared/AnnotationFields';
import { startFromHere } from '../shared/forms';
import { t } from '../shared/words';
import { DetailHead } from './DetailHead';
import { Disputes } from './disputes/Disputes';
import { Evidences } from './Evidences';
import type { Workbench } from './model';
import { BlindVerdict } from './review/BlindReview';
import { SyncRefusal } from './SyncMark';
import { Trail } from './Trail';
import { VerdictActions } from './VerdictActions';

/** The page's address; with a quote, one that also scrolls a colleague's browser without the extension to it. */
function spotOf({ url, anchor }: Finding): string {
  return anchor ? textFragmentUrl(url, anchor) : url;
}

/** One finding: what it says, its evidence, and the form in which a reviewer completes it. */
export function Detail({ model }: { model: Workbench }) {
  const finding = model.current.value;
  if (!finding) return <aside class="detail detail-none">{t('workbench.choose')}</aside>;
  return (
    <aside class="detail" tabIndex={-1} aria-label={t('workbench.detail')}>
      <DetailHead
        title={finding.pageTitle}
        url={finding.url}
        href={spotOf(finding)}
        open={{
          label: t('workbench.openOriginal'),
          run: () => void sendMessage('openOriginal', { url: finding.url, anchor: finding.anchor }),
        }}
        back={() => {
          model.selected.value = null;
        }}
      >
        <button type="button" onClick={() => void model.remove([finding.id])}>
          {t('workbench.remove')}
        </button>
      </DetailHead>
      {finding.quote ? <blockquote>{maskPersonal(finding.quote)}</blockquote> : null}
      {finding.description ? <p>{maskPersonal(finding.description)}</p> : null}
      <SyncRefusal finding={finding} model={model} />
      <Disputes finding={finding} model={model} />
      <Facts finding={finding} />
      {model.review.on.value ? (
        <BlindVerdict key={finding.id} finding={finding} model={model} />
      ) : (
        <Work finding={finding} model={model} />
      )}
      <Evidences finding={finding} model={model} />
    </aside>
  );
}

/** The verdict, what the reviewer completes, and the history. */
function Work({ finding, model }: { finding: Finding; model: Workbench }) {
  return (
    <>
      {model.picked.value.size === 0 ? (
        <VerdictActions
          findings={[finding]}
          asking={model.asking.value}
          setAsking={(status) => {
            model.asking.value = status;
          }}
          decide={(verdict) => void model.decide(verdict)}
        />
      ) : null}
      <EditForm key={finding.id} finding={finding} model={model} />
      <Trail finding={finding} model={model} />
    </>
  );
}

function Facts({ finding }: { finding: Finding }) {
  const rows: [string, string | null][] = [
    [t('finding.site'), finding.site],
    [t('finding.column'), finding.column],
    [t('finding.clause'), finding.indicator && `${finding.indicator} ${finding.clause}`],
    [t('finding.lastUpdated'), finding.lastUpdated],
    [t('finding.daysSince'), finding.daysSince === null ? null : t('finding.days', finding.daysSince)],
    [t('finding.checkpoint'), finding.checkpoint],
    [t('finding.author'), finding.author || t('finding.noAuthor')],
    [t('finding.createdAt'), dayOf(finding.createdAt)],
  ];
  return (
    <dl class="facts">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function EditForm({ finding, model }: { finding: Finding; model: Workbench }) {
  const { category, severity, unit, note } = finding;
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const values = new FormData(form);
        const text = (name: string) => String(values.get(name) ?? '').trim();
        void model
          .edit(
            [finding.id],
            {
              category: text('category'),
              severity: (text('severity') || null) as Severity | null,
              unit: text('unit'),
              note: text('note'),
              suggestion: text('suggestion'),
            },
            say('workbench.saved'),
          )
          .then(() => startFromHere(form));
      }}
    >
      <AnnotationFields annotation={{ category, severity: severity ?? '', unit, note }} />
      <label>
        {t('finding.suggestion')}
        <input name="suggestion" defaultValue={finding.suggestion} maxLength={500} autoComplete="off" />
      </label>
      <p class="form-actions">
        <button type="submit" class="primary">
          {t('form.save')}
        </button>
      </p>
    </form>
  );
}
