import { type Dispute, disputesIn } from '../findings/dispute';
import { conflictsOf, type Folded, valueIn } from '../findings/fold';
import { isObserved } from '../findings/removal';
import { TERM_PREFIX } from '../terms/officeTerm';
import { campaignPrefix, isCampaign } from './campaign';
import { isPack, packPrefix } from './packs';
import { isRosterItem, rosterPrefix } from './roster/item';
import { asRecord, asText } from './values';

/** What a team sets together beside its findings. */
export const SHARED_KINDS = ['campaign', 'item', 'pack', 'term'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** Something that a team sets together and on which its reviewers differ. */
export interface SharedDispute {
  subject: string;
  kind: SharedKind;
  /** What it is called, by the value that is shown meanwhile. */
  name: string;
  fields: Dispute[];
}

/** Where such subjects are found: everything shared but the rosters of campaigns that are not open. */
export function sharedPrefixes(openCampaign: string): string[] {
  return [campaignPrefix, packPrefix, TERM_PREFIX, ...(openCampaign ? [rosterPrefix(openCampaign)] : [])];
}

/**
 * What the reviewers differ on; null where they agree, or where it was removed by all. What a page showed is not set by
 * anybody: of two readings the later one holds, and no one need choose.
 */
export function sharedDisputeOf(folded: Folded): SharedDispute | null {
  const kind = kindOf(folded.id);
  const gone = valueIn(folded, 'deleted') === true && !conflictsOf(folded).includes('deleted');
  const fields = kind && !gone ? disputesIn(folded).filter(({ field }) => !isObserved(field)) : [];
  return kind && fields.length > 0 ? { subject: folded.id, kind, name: nameOf(kind, folded), fields } : null;
}

function kindOf(subject: string): SharedKind | null {
  if (isCampaign(subject)) return 'campaign';
  if (isRosterItem(subject)) return 'item';
  if (isPack(subject)) return 'pack';
  return subject.startsWith(TERM_PREFIX) ? 'term' : null;
}

function nameOf(kind: SharedKind, folded: Folded): string {
  if (kind === 'pack') return asText(asRecord(valueIn(folded, 'pack'))?.name);
  return asText(valueIn(folded, kind === 'term' ? 'word' : 'name'));
}
