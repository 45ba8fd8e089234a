import { useEffect, useState } from 'preact/hooks';
import { managedRoster } from '../../utils/campaign/managed';
import { type Policy, watchPolicy } from '../../utils/managed';
import { type Sentence, say } from '../../utils/words';
import { t, words } from '../shared/words';

/** The administrator's presets as they are; none at first. */
export function usePolicy(): Policy {
  const [policy, setPolicy] = useState<Policy>({});
  useEffect(() => watchPolicy(setPolicy), []);
  return policy;
}

/** Says what the administrator has set, and what is wrong with it, so that nobody looks for it elsewhere. */
export function PolicyNote() {
  const policy = usePolicy();
  const [roster, setRoster] = useState<Sentence[]>([]);
  useEffect(() => {
    void managedRoster(policy).then(({ items, errors }) =>
      setRoster(
        errors.length > 0
          ? errors.slice(0, 5).map(({ row, reason }) => say('managed.rosterError', row, words(reason)))
          : items.length > 0
            ? [say('managed.roster', items.length)]
            : [],
      ),
    );
  }, [policy]);
  const set = (['url', 'team', 'pack', 'campaign'] as const).filter((name) => policy[name]);
  if (set.length === 0 && roster.length === 0) return null;
  return (
    <section class="policy">
      <h2>{t('managed.title')}</h2>
      <ul>
        {set.map((name) => (
          <li key={name}>{t(`managed.${name}`, policy[name]!)}</li>
        ))}
        {roster.map((sentence) => (
          <li key={words(sentence)}>{words(sentence)}</li>
        ))}
      </ul>
    </section>
  );
}
