import { useEffect, useState } from 'preact/hooks';
import { categories } from '../../utils/checks/category';
import { type Finding, type Ignore, SEVERITIES } from '../../utils/findings/finding';
import type { Json } from '../../utils/findings/json';
import type { TrailStep } from '../../utils/findings/trail';
import { maskPersonal } from '../../utils/privacy/find';
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
            {step.kind === 'verdict' || step.kind === 'edited' ? <small> {changesOf(step)}</small> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What people set; the rest of a step follows from it, or is shown elsewhere. */
const NAMED = ['category', 'severity', 'unit', 'deadline', 'note', 'suggestion', 'rectification', 'recheck'];

/** What a step said, field by field, with what it replaced. */
function changesOf({ changes }: TrailStep): string {
  return changes
    .flatMap(({ field, from, to }) => {
      if (field === 'ignore') return to ? [ignored(to as unknown as Ignore)] : [];
      if (!NAMED.includes(field) || (!from && !to)) return [];
      const now = maskPersonal(shown(field, to));
      if (!from) return [t('trail.set', nameOf(field), now)];
      return [t('trail.changed', nameOf(field), maskPersonal(shown(field, from)), now)];
    })
    .join('；');
}

function ignored({ reason, scope, until }: Ignore): string {
  const where = t(`ignore.scope.${scope}`);
  return maskPersonal(
    until ? t('trail.ignoredUntil', reason, where, until) : t('trail.ignored', reason, where),
  );
}

function nameOf(field: string): string {
  return t(field === 'rectification' || field === 'recheck' ? `ledger.columns.${field}` : `finding.${field}`);
}

/** A value in words; what another version of the extension has written stays as it is. */
function shown(field: string, value: Json): string {
  if (!value) return t('trail.empty');
  if (field === 'category' && categories.some((one) => one === value)) return t(`category.${value}`);
  if (field === 'severity' && SEVERITIES.some((one) => one === value)) return t(`severity.${value}`);
  return String(value);
}
