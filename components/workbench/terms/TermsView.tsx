import { useEffect } from 'preact/hooks';
import type { OfficeTerm } from '../../../utils/terms/officeTerm';
import { FileButton } from '../../shared/FileButton';
import { t, words } from '../../shared/words';
import type { TermsModel } from './model';

/** Rows shown at once; longer lists are searched. */
const shownAtOnce = 200;

/** 词库: the office's own corrections and allowed words, typed, pasted or read from a CSV file. */
export function TermsView({ model }: { model: TermsModel }) {
  useEffect(() => {
    const following = model.follow();
    return () => void following.then((stop) => stop());
  }, []);
  const terms = model.shown.value;
  return (
    <main class="settings terms">
      <p class="hint">{t('terms.hint')}</p>
      <AddForm model={model} />
      <label>
        {t('terms.search')}
        <input
          type="search"
          value={model.search.value}
          onInput={(event) => {
            model.search.value = event.currentTarget.value;
          }}
        />
      </label>
      <p role="status">{t('terms.count', terms.length, model.terms.value.length)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('terms.word')}</th>
            <th scope="col">{t('terms.right')}</th>
            <th scope="col">{t('terms.source')}</th>
            <th scope="col">{t('terms.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {terms.slice(0, shownAtOnce).map((term) => (
            <tr key={term.id}>
              <td>{term.word}</td>
              <td>{shownRight(term)}</td>
              <td>{term.source}</td>
              <td>
                <button type="button" onClick={() => void model.remove(term.id)}>
                  {t('workbench.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

/** What stands in the column 应为. */
function shownRight({ role, right }: OfficeTerm): string {
  if (role === 'allow') return t('terms.allowed');
  return role === 'leader' ? t('terms.leader', right) : right;
}

function AddForm({ model }: { model: TermsModel }) {
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (await model.add(String(new FormData(form).get('list') ?? ''))) form.reset();
      }}
    >
      <label>
        {t('terms.list')}
        <textarea name="list" rows={5} required placeholder={t('terms.example')} />
      </label>
      <p class="actions">
        <button type="submit" class="primary">
          {t('terms.add')}
        </button>
        <FileButton
          label={t('terms.file')}
          accept=".csv,.txt,.tsv"
          take={async (file) => void (await model.add(await file.text()))}
        />
      </p>
      {model.told.value ? <p role="status">{words(model.told.value)}</p> : null}
      {model.problems.value.length > 0 ? (
        <ul role="alert">
          {model.problems.value.slice(0, 20).map(({ line, problem }) => (
            <li key={line}>{t('terms.line', line, words(problem))}</li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
