import { t } from './words';

/** The head of a table whose columns are named in one place of the locales: `prefix.name`. */
export function TableHead({ prefix, names }: { prefix: string; names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {t(`${prefix}.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
