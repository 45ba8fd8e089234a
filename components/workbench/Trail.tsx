import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../utils/findings/finding';
import type { TrailStep } from '../../utils/findings/trail';
import { beijingTime } from '../../utils/report/columns';
import { t } from '../shared/words';
import type { Workbench } from './model';

/** 全过程留痕: every step of a finding with its author and time, read again whenever the finding changes. */
export function Trail({ finding, model }: { finding: Finding; model: Workbench }) {
  const [steps, setSteps] = useState<TrailStep[]>([]);
  useEffect(() => {
    let stopped = false;
    void model.trail(finding.id).then((trail) => {
      if (!stopped) setSteps(trail);
    });
    return () => {
      stopped = true;
    };
  }, [finding]);
  return (
    <details class="trail">
      <summary>{t('trail.title', steps.length)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step.entry}>
            <time dateTime={step.time}>{beijingTime(step.time)}</time> {step.author || t('trail.nobody')}{' '}
            <b>{step.status ? t(`status.${step.status}`) : t(`trail.${step.kind}`)}</b>
            {step.kind === 'edited' ? <small> {fieldsOf(step)}</small> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The fields that a step set, by the names that the ledger gives them. */
function fieldsOf({ changes }: TrailStep): string {
  const named = ['category', 'severity', 'unit', 'note', 'suggestion', 'deadline'];
  return changes
    .map(({ field }) => field)
    .filter((field) => named.includes(field))
    .map((field) => t(`finding.${field}`))
    .join('、');
}
