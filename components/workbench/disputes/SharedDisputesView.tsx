import type { SharedDispute } from '../../../utils/campaign/sharedDisputes';
import { t } from '../../shared/words';
import { Choice } from './Choice';
import type { SharedDisputes } from './model';
import { fieldName, valueText } from './sharedWords';

/** What the team differs on beside its findings, wherever the reviewer is in the workbench; nothing while it agrees. */
export function SharedDisputesView({ model }: { model: SharedDisputes }) {
  const disputes = model.disputes.value;
  if (disputes.length === 0) return null;
  return (
    <details class="disputes shared-disputes">
      <summary>{t('dispute.shared', disputes.length)}</summary>
      <p>{t('dispute.hint')}</p>
      {disputes.map((dispute) => (
        <Subject key={dispute.subject} dispute={dispute} model={model} />
      ))}
    </details>
  );
}

function Subject({ dispute, model }: { dispute: SharedDispute; model: SharedDisputes }) {
  const { subject, kind, name, fields } = dispute;
  return (
    <section>
      <h3>
        {t(`dispute.kind.${kind}`)}：{name}
      </h3>
      {fields.map((one) => (
        <Choice
          key={one.field}
          dispute={one}
          name={fieldName(kind, one.field)}
          inWords={(value) => valueText(kind, one.field, value)}
          take={(value) => void model.settle(subject, one.field, value)}
        />
      ))}
    </section>
  );
}
