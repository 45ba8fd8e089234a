import type { PolicyHeader } from '../policy/document';
import { isPolicyPage, policyHeader as readHeader } from '../policy/document';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('policyHeader');

const REQUIRED: readonly (keyof PolicyHeader)[] = [
  'index',
  'issuer',
  'number',
  'written',
  'published',
  'validity',
];

/** Does a policy document carry its header: 索引号, 发布机构, 文号, 成文日期, 发布日期, 有效性? */
export const policyHeader: Check = {
  id: 'policyHeader',
  category: 'policy',
  reads: ['fields'],
  run(snapshot) {
    const header = readHeader(snapshot);
    if (!isPolicyPage(snapshot, header)) return speak('notApplicable', 'noPolicy');
    const missing = REQUIRED.filter((key) => !header[key] && !(key === 'published' && snapshot.published));
    const empty = REQUIRED.filter((key) => header[key] && header[key].value === '');
    const gaps = [...missing, ...empty];
    if (gaps.length === 0) return speak('pass', 'complete');
    const evidence = gaps.map((key) => ({
      quote: header[key]?.label ?? '',
      note: { key: `checks.policyHeader.fields.${key}` },
      place: header[key]?.place ?? null,
    }));
    return speak('review', 'missing', [gaps.length], evidence);
  },
};
