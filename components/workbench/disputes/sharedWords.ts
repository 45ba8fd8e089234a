import type { SharedKind } from '../../../utils/campaign/sharedDisputes';
import type { Json } from '../../../utils/findings/json';
import { t } from '../../shared/words';

/** A field's name by its part before `/`, and its name elsewhere in the interface. */
const NAMES: Record<string, string> = {
  name: 'campaign.name',
  checkpoint: 'campaign.checkpoint',
  region: 'campaign.region',
  office: 'campaign.office',
  reviewers: 'campaign.reviewers',
  previous: 'campaign.previous',
  deadline: 'finding.deadline',
  right: 'terms.right',
  source: 'terms.source',
  word: 'terms.word',
};

const LONGEST = 200;

/** What a disputed field of something shared is called; its own name where nobody has given it words. */
export function fieldName(kind: SharedKind, field: string): string {
  const [head = '', ...rest] = field.split('/');
  if (head === 'verdict') return t('board.verdictOn', t(`category.${rest.join('/')}`));
  const own = kind === 'item' ? t(`rosterField.${head}`) : '';
  const known = own || (NAMES[head] ? t(NAMES[head]) : '') || t(`dispute.field.${head}`) || field;
  return head === 'unitNotice' ? `${known}：${rest.join('/')}` : known;
}

/** A value in one line: words where it has some, and else every text in it. */
export function valueText(kind: SharedKind, field: string, value: Json): string {
  if (field === 'deleted') return t(value === true ? 'dispute.removed' : 'dispute.kept');
  if (kind === 'item' && field === 'status') return t(`itemStatus.${String(value)}`) || String(value);
  const ruling = field.startsWith('verdict/') ? rulingOf(value) : '';
  const texts = textsIn(value).filter((text) => text !== ruling);
  const line = [...(ruling ? [t(`ruling.${ruling}`) || ruling] : []), ...texts].join('、');
  if (line === '') return t('dispute.none');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function rulingOf(value: Json): string {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord && typeof value.ruling === 'string' ? value.ruling : '';
}

function textsIn(value: Json): string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(textsIn);
}
