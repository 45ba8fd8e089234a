import type { PageSnapshot } from '../page/snapshot';
import type { PolicyHeader } from '../policy/document';
import {
  documentTitle,
  isNormative,
  isPolicyPage,
  policyHeader as readHeader,
  signedDay,
} from '../policy/document';
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

/**
 * Does a policy document carry its header: 索引号, 发布机构, 文号, 成文日期, 发布日期, and, if it is normative, 有效性?
 * A day under the signature says when it was written, and the title block when it was published.
 */
export const policyHeader: Check = {
  id: 'policyHeader',
  category: 'policy',
  reads: ['fields'],
  run(snapshot) {
    const header = readHeader(snapshot);
    if (!isPolicyPage(snapshot, header)) return speak('notApplicable', 'noPolicy');
    const missing = REQUIRED.filter((key) => !header[key] && !isShownElsewhere(key, header, snapshot));
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

function isShownElsewhere(key: keyof PolicyHeader, header: PolicyHeader, snapshot: PageSnapshot): boolean {
  if (key === 'published') return snapshot.published !== null;
  if (key === 'written') return signedDay(snapshot) !== null;
  return key === 'validity' && !isNormative(header, documentTitle(snapshot));
}
