import { useEffect } from 'preact/hooks';
import type { Evidence, Finding } from '../../utils/findings/finding';
import { beijingTime } from '../../utils/report/columns';
import { FileButton } from '../shared/FileButton';
import { t, words } from '../shared/words';
import type { Workbench } from './model';
import { SavedPage } from './SavedPage';
import { Screenshot } from './Screenshot';

/** What was seen, look by look, and the way to add a picture from elsewhere: chosen, or pasted anywhere in the workbench. */
export function Evidences({ finding, model }: { finding: Finding; model: Workbench }) {
  const bring = (file: Blob) => void model.bring(finding, file);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const image = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!image) return;
      event.preventDefault();
      bring(image);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [finding.id, finding.url]);
  return (
    <section aria-label={t('finding.evidences')}>
      <h3>{t('finding.evidences')}</h3>
      <ul class="evidences">
        {finding.evidences.map((evidence) => (
          <li key={evidence.id}>
            <Look evidence={evidence} model={model} />
          </li>
        ))}
      </ul>
      <p class="actions bring">
        <FileButton label={t('finding.bring')} accept="image/*" take={bring} />
        <small>{t('finding.bringHint')}</small>
      </p>
    </section>
  );
}

function Look({ evidence, model }: { evidence: Evidence; model: Workbench }) {
  const { what, time, screenshot, focus, missing } = evidence;
  return (
    <>
      <p>
        {beijingTime(time)} {what === 'view' ? null : <b>{t(`finding.sight.${what}`)}</b>}
      </p>
      {screenshot ? (
        <Screenshot sha={screenshot} focus={focus} long={what === 'whole'} model={model} />
      ) : (
        <p class="missing">{missing ? words(missing) : t('finding.noScreenshot')}</p>
      )}
      <SavedPage evidence={evidence} model={model} />
    </>
  );
}
