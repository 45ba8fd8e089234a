import { useSignal } from '@preact/signals';
import { FIELDS, type Field, guessMapping, type Mapping } from '../../../utils/campaign/import/mapping';
import { readRows } from '../../../utils/campaign/import/rows';
import { readFile, readText, type Table, TableError } from '../../../utils/campaign/import/table';
import { diffRoster } from '../../../utils/campaign/roster/diff';
import { useDrop } from '../../shared/drop';
import { FileButton } from '../../shared/FileButton';
import { t, words } from '../../shared/words';
import type { CampaignModel } from './model';
import { askFor, usePlatformsToAllow } from './PlatformPermissions';
import { RosterChanges } from './RosterChanges';
import { RosterExport } from './RosterExport';

const PREVIEW_ROWS = 6;
const SHOWN_ERRORS = 50;

/** Brings a ledger in: paste, drop or file, mapping, preview, errors by row, and only then all of it. */
export function RosterImport({ model, done }: { model: CampaignModel; done(): void }) {
  const table = useSignal<Table | null>(null);
  const mapping = useSignal<Mapping>({ header: 0, columns: {} });
  const problem = useSignal('');
  const removing = useSignal(false);
  const items = table.value ? readRows(table.value, mapping.value).items : [];
  const wanted = usePlatformsToAllow(items);

  const take = async (read: Promise<Table>) => {
    try {
      const rows = await read;
      problem.value = rows.length === 0 ? t('roster.errors.empty') : '';
      mapping.value = guessMapping(rows) ?? { header: 0, columns: {} };
      table.value = rows.length === 0 ? null : rows;
    } catch (error) {
      problem.value = t(
        error instanceof TableError ? `roster.errors.${error.message}` : 'roster.errors.unreadable',
      );
    }
  };
  const file = (chosen: File) =>
    void take(chosen.arrayBuffer().then((buffer) => readFile(new Uint8Array(buffer))));
  const drop = useDrop((dropped) => {
    const text = dropped?.getData('text/plain');
    if (dropped?.files[0]) file(dropped.files[0]);
    else if (text) void take(readText(text));
  });

  return (
    <div class="roster">
      <section class="drop" aria-label={t('roster.import')} {...drop}>
        <h2>{t('roster.import')}</h2>
        <p class="hint">{t('roster.hint')}</p>
        <p class="actions">
          <FileButton label={t('roster.file')} accept=".csv,.tsv,.txt,.xlsx" take={file} />
          <RosterExport model={model} />
        </p>
        <textarea
          aria-label={t('roster.paste')}
          placeholder={t('roster.paste')}
          rows={3}
          onInput={(event) => {
            if (event.currentTarget.value.trim()) void take(readText(event.currentTarget.value));
          }}
        />
        {problem.value ? <p role="alert">{problem.value}</p> : null}
      </section>
      {table.value ? preview(table.value) : null}
    </div>
  );

  function preview(rows: Table) {
    const { items, errors } = readRows(rows, mapping.value);
    const roster = model.board.value.map(({ record }) => record.item);
    const diff = diffRoster(roster, items);
    const headers = rows[mapping.value.header] ?? [];
    return (
      <section class="preview" aria-label={t('roster.preview')}>
        <h2>{t('roster.mapping')}</h2>
        <div class="mapping">
          {FIELDS.map((field) => (
            <label key={field}>
              {t(`rosterField.${field}`)}
              <select
                value={String(mapping.value.columns[field] ?? '')}
                onChange={(event) => map(field, event.currentTarget.value)}
              >
                <option value="">–</option>
                {headers.map((header, index) => (
                  <option key={index} value={String(index)}>
                    {header || t('roster.column', index + 1)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                {['kind', 'unit', 'platform', 'name', 'url', 'code', 'status'].map((field) => (
                  <th key={field} scope="col">
                    {t(`rosterField.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.slice(0, PREVIEW_ROWS).map((item) => (
                <tr key={item.order}>
                  <td>{t(`itemKind.${item.kind}`)}</td>
                  <td>{item.unit}</td>
                  <td>{item.platform ? t(`platform.${item.platform}`) : ''}</td>
                  <td>{item.name}</td>
                  <td>{item.url}</td>
                  <td>{item.code}</td>
                  <td>{t(`itemStatus.${item.status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {errors.length > 0 ? (
          <div role="alert">
            <p>{t('roster.hasErrors', errors.length)}</p>
            <ul class="errors">
              {errors.slice(0, SHOWN_ERRORS).map(({ row, reason }, index) => (
                <li key={index}>{t('roster.errorAt', row, words(reason))}</li>
              ))}
            </ul>
          </div>
        ) : (
          <>
            <p role="status">
              {t(
                'roster.diff',
                items.length,
                diff.added.length,
                diff.changed.length,
                diff.same,
                diff.missing.length,
              )}
            </p>
            {/* Beside an empty roster everything is new, and the preview says so. */}
            {roster.length > 0 ? <RosterChanges diff={diff} /> : null}
            {diff.missing.length > 0 ? (
              <label class="choice">
                <input
                  type="checkbox"
                  checked={removing.value}
                  onChange={(event) => {
                    removing.value = event.currentTarget.checked;
                  }}
                />
                {t('roster.removeMissing', diff.missing.length)}
              </label>
            ) : null}
          </>
        )}
        <p class="actions">
          <button
            type="button"
            class="primary"
            disabled={errors.length > 0}
            onClick={() => {
              // In the very click, or the browser refuses: with the first account of a platform comes its permission.
              if (wanted.length > 0) void askFor(wanted);
              void model.takeOver(items, removing.value ? diff.missing.map(({ id }) => id) : []).then(() => {
                table.value = null;
                done();
              });
            }}
          >
            {t('roster.take', items.length)}
          </button>
        </p>
      </section>
    );
  }

  function map(field: Field, column: string) {
    const columns = { ...mapping.value.columns };
    if (column === '') delete columns[field];
    else columns[field] = Number(column);
    mapping.value = { ...mapping.value, columns };
  }
}
