import { useState } from 'preact/hooks';
import { type Finding, SCOPES, type Scope, type Status } from '../../utils/findings/finding';
import { nextOf, type Verdict } from '../../utils/findings/verdict';
import { closesOnEscape, takesFocus } from '../shared/forms';
import { t } from '../shared/words';

/** Steps that need nothing but the click. */
const plain: readonly Status[] = ['confirmed', 'suspected'];

/**
 * The steps possible from the states of the given findings: 确认, 忽略, 交办 … A step that needs words opens its form.
 * `asking` is the step whose form is open; it is held by the caller, so that a key can open it too.
 */
export function VerdictActions(props: {
  findings: readonly Finding[];
  asking: Status | null;
  setAsking(status: Status | null): void;
  decide(verdict: Verdict): void;
}) {
  const { findings, asking, setAsking, decide } = props;
  const [first] = findings;
  if (!first) return null;
  const possible = nextOf(first.status).filter((to) =>
    findings.every(({ status }) => nextOf(status).includes(to)),
  );
  if (asking && possible.includes(asking)) {
    return (
      <StepForm
        to={asking}
        unit={first.unit}
        cancel={() => setAsking(null)}
        decide={(verdict) => {
          setAsking(null);
          decide(verdict);
        }}
      />
    );
  }
  return (
    <p class="actions">
      {possible.map((to) => (
        <button
          key={to}
          type="button"
          onClick={() => (plain.includes(to) ? decide({ to } as Verdict) : setAsking(to))}
        >
          {t(`step.${to}`)}
        </button>
      ))}
      {possible.length === 0 ? <span class="hint">{t('step.none')}</span> : null}
    </p>
  );
}

function StepForm(props: { to: Status; unit: string; decide(verdict: Verdict): void; cancel(): void }) {
  const [values, setValues] = useState({ unit: props.unit, text: '', scope: 'spot' as Scope, day: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  return (
    <form
      class="step"
      aria-label={t(`step.${props.to}`)}
      onKeyDown={closesOnEscape(props.cancel)}
      onSubmit={(event) => {
        event.preventDefault();
        props.decide(verdictOf(props.to, values));
      }}
    >
      {props.to === 'assigned' ? (
        <label>
          {t('finding.unit')}
          <input
            required
            ref={takesFocus}
            value={values.unit}
            onInput={(event) => set({ unit: event.currentTarget.value })}
          />
        </label>
      ) : (
        <label>
          {t(`step.text.${props.to}`)}
          <input
            required={props.to === 'ignored'}
            ref={takesFocus}
            maxLength={500}
            value={values.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
          />
        </label>
      )}
      {props.to === 'ignored' ? (
        <label>
          {t('ignore.scopeLabel')}
          <select
            value={values.scope}
            onChange={(event) => set({ scope: event.currentTarget.value as Scope })}
          >
            {SCOPES.map((scope) => (
              <option key={scope} value={scope}>
                {t(`ignore.scope.${scope}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {props.to === 'ignored' || props.to === 'assigned' ? (
        <label>
          {t(`step.day.${props.to}`)}
          <input
            type="date"
            value={values.day}
            onInput={(event) => set({ day: event.currentTarget.value })}
          />
        </label>
      ) : null}
      <p class="form-actions">
        <button type="submit" class="primary">
          {t(`step.${props.to}`)}
        </button>
        <button type="button" onClick={props.cancel}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
}

function verdictOf(
  to: Status,
  { unit, text, scope, day }: { unit: string; text: string; scope: Scope; day: string },
): Verdict {
  switch (to) {
    case 'ignored':
      return { to, reason: text.trim(), scope, until: day || null };
    case 'assigned':
      return { to, unit: unit.trim(), deadline: day || null };
    case 'fixed':
    case 'unfixed':
      return { to, rectification: text.trim() };
    case 'passed':
      return { to, recheck: text.trim() || t('step.passed') };
    default:
      return { to };
  }
}
