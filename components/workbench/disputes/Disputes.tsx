import { useEffect, useState } from 'preact/hooks';
import type { Dispute } from '../../../utils/findings/dispute';
import type { Finding } from '../../../utils/findings/finding';
import type { Json } from '../../../utils/findings/json';
import { REMOVED } from '../../../utils/findings/removal';
import { t } from '../../shared/words';
import type { Workbench } from '../model';
import { Choice } from './Choice';

/**
 * What reviewers set differently without having seen each other's value: all of it, with the way to decide. Read again
 * with every new state of the finding: a colleague's older edit may arrive late, so no time tells whether one came.
 */
export function Disputes({ finding, model }: { finding: Finding; model: Workbench }) {
  const { id } = finding;
  const [disputes, setDisputes] = useState<Dispute[]>([]);
  useEffect(() => {
    let stopped = false;
    void model.disputes(id).then((found) => {
      if (!stopped) setDisputes(found);
    });
    return () => {
      stopped = true;
    };
  }, [finding]);
  if (disputes.length === 0) return null;
  return (
    <section class="disputes" aria-label={t('dispute.title')}>
      <h3>{t('dispute.title')}</h3>
      <p>{t('dispute.hint')}</p>
      {disputes.map((dispute) => (
        <Choice
          key={dispute.field}
          dispute={dispute}
          name={nameOf(dispute.field)}
          inWords={(value) => inWords(dispute.field, value)}
          take={(value) => void model.settle(id, dispute.field, value)}
        />
      ))}
    </section>
  );
}

/** Fields that the form names; the others have the ledger's names. */
const FORM = ['category', 'severity', 'unit', 'note', 'suggestion', 'deadline', 'status'];

function nameOf(field: string): string {
  if (field === REMOVED) return t('dispute.field.deleted');
  return (FORM.includes(field) ? t(`finding.${field}`) : t(`ledger.columns.${field}`)) || field;
}

function inWords(field: string, value: Json): string {
  if (field === REMOVED) return t(value === true ? 'trail.deleted' : 'dispute.kept');
  if (value === null || value === '') return t('dispute.none');
  if (typeof value !== 'string') return JSON.stringify(value);
  const known = ['status', 'category', 'severity'].includes(field) ? t(`${field}.${value}`) : '';
  return known || value;
}
