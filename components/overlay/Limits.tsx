import type { ReadLimit } from '../../utils/page/snapshot';
import { t } from '../shared/words';

/** What the reader could not see, said before any verdict. */
export function Limits({ limits }: { limits: ReadLimit[] }) {
  if (limits.length === 0) return null;
  return (
    <ul class="limits">
      {limits.map((limit, index) => (
        <li key={index}>
          <span aria-hidden="true">⚠ </span>
          {t(`limit.${limit.kind}`, limit.detail)}
        </li>
      ))}
    </ul>
  );
}
