import type { Dispute } from '../../../utils/findings/dispute';
import type { Json } from '../../../utils/findings/json';
import { beijingTime } from '../../../utils/report/columns';
import { t } from '../../shared/words';

interface Props {
  dispute: Dispute;
  /** What the field is called. */
  name: string;
  inWords(value: Json): string;
  take(value: Json): void;
}

/** One disputed field: every value with its author, and the way to take one of them. */
export function Choice({ dispute, name, inWords, take }: Props) {
  return (
    <fieldset>
      <legend>{name}</legend>
      {dispute.values.map(({ value, author, time, entry }) => (
        <p key={entry}>
          <span>
            {inWords(value)} <small>{t('dispute.by', author, beijingTime(time))}</small>
          </span>
          <button
            type="button"
            aria-label={`${t('dispute.take')} ${inWords(value)}`}
            onClick={() => take(value)}
          >
            {t('dispute.take')}
          </button>
        </p>
      ))}
    </fieldset>
  );
}
