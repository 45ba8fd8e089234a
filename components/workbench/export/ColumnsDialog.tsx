import { useEffect, useRef, useState } from 'preact/hooks';
import { LEDGER } from '../../../utils/report/columns';
import { moved, withoutTemplate, withTemplate } from '../../../utils/report/template';
import { t, words } from '../../shared/words';
import type { ExportChoices } from './choices';

const all = LEDGER.map(({ key }) => key);

/** Which columns the tables get and in what order, kept as a template under a name. */
export function ColumnsDialog({ choices, close }: { choices: ExportChoices; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  const current = choices.value.value;
  const [name, setName] = useState(current.template);
  const [chosen, setChosen] = useState<string[]>(choices.columns().map(({ key }) => key));
  const use = (template: string) => {
    void choices.set({ ...current, template });
    setName(template);
    setChosen(choices.columns().map(({ key }) => key));
  };
  const order = [...chosen, ...all.filter((key) => !chosen.includes(key))];
  return (
    <dialog ref={dialog} class="columns-dialog" aria-labelledby="columns-title" onClose={close}>
      <h2 id="columns-title">{t('reports.title')}</h2>
      <label>
        {t('reports.template')}
        <select value={current.template} onChange={(event) => use(event.currentTarget.value)}>
          <option value="">{t('reports.whole')}</option>
          {current.templates.map((template) => (
            <option key={template.name} value={template.name}>
              {template.name}
            </option>
          ))}
        </select>
      </label>
      <ol class="columns-list">
        {order.map((key) => (
          <ColumnRow
            key={key}
            label={words(LEDGER.find((column) => column.key === key)!.header)}
            on={chosen.includes(key)}
            set={(on) => setChosen((now) => (on ? [...now, key] : now.filter((one) => one !== key)))}
            move={(by) => setChosen((now) => moved(now, key, by))}
          />
        ))}
      </ol>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          void choices.set(withTemplate(current, { name: name.trim(), columns: chosen }));
          dialog.current!.close();
        }}
      >
        <label>
          {t('reports.name')}
          <input
            required
            maxLength={40}
            pattern=".*\S.*"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary" disabled={chosen.length === 0}>
          {t('reports.save')}
        </button>
        {current.template ? (
          <button
            type="button"
            onClick={() => {
              void choices.set(withoutTemplate(current, current.template));
              dialog.current!.close();
            }}
          >
            {t('reports.remove')}
          </button>
        ) : null}
        <button type="button" onClick={() => dialog.current!.close()}>
          {t('form.cancel')}
        </button>
      </form>
    </dialog>
  );
}

function ColumnRow(props: { label: string; on: boolean; set(on: boolean): void; move(by: 1 | -1): void }) {
  const { label, on, set, move } = props;
  return (
    <li>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
        {label}
      </label>
      {on ? (
        <>
          <button type="button" class="quiet" aria-label={t('reports.up', label)} onClick={() => move(-1)}>
            ↑
          </button>
          <button type="button" class="quiet" aria-label={t('reports.down', label)} onClick={() => move(1)}>
            ↓
          </button>
        </>
      ) : null}
    </li>
  );
}
