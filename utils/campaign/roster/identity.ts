import type { Platform } from '../../accounts/platform';
import { accountIdIn } from '../../accounts/registry';
import { type Sentence, say } from '../../words';
import type { RosterItem } from './item';

/** What a page says about the account whose page it is. */
export interface SeenAccount {
  platform: Platform;
  id: string | null;
  name: string | null;
  mark: string | null;
  /** The account's own page, not one of its posts. */
  own: boolean;
}

/**
 * What does not fit between an account's page and the roster, each for a person to settle (待核) with both values: the
 * name changed, another account under the roster's number, no verification mark, listed twice, or an account that bears
 * the name of a unit or account on the roster without being listed itself.
 * @param item the roster item that the page was taken for; null when there is none.
 */
export function identityDoubts(
  account: SeenAccount,
  item: RosterItem | null,
  items: readonly RosterItem[],
): Sentence[] {
  return item?.kind === 'account' ? doubtsOfListed(account, item, items) : doubtsOfUnlisted(account, items);
}

function doubtsOfListed(account: SeenAccount, item: RosterItem, items: readonly RosterItem[]): Sentence[] {
  const doubts: Sentence[] = [];
  const { id, name, own } = account;
  const listed = item.code || accountIdIn(item.url);
  if (name && plain(name) !== plain(item.name)) doubts.push(say('identity.renamed', item.name, name));
  if (id && listed && listed !== id && areOfOneMake(listed, id))
    doubts.push(say('identity.otherAccount', listed, id));
  // Of all platforms only 微博 spells its mark out on every verified account's page.
  if (own && account.platform === 'weibo' && account.mark === null)
    doubts.push(say('identity.noMark', item.unit));
  const twin = items.find((other) => other.id !== item.id && means(other, account));
  if (twin) doubts.push(say('identity.twice', `${item.unit} ${item.name}`, `${twin.unit} ${twin.name}`));
  return doubts;
}

function doubtsOfUnlisted({ name, mark }: SeenAccount, items: readonly RosterItem[]): Sentence[] {
  if (!name) return [];
  const namesake = items.find((item) => item.kind === 'account' && plain(item.name) === plain(name));
  const unit = namesake?.unit ?? items.find((item) => item.unit !== '' && mark?.includes(item.unit))?.unit;
  return unit ? [say('identity.unlisted', name, unit)] : [];
}

/** How platforms number accounts; 今日头条 and 快手 have two numbers for each, which cannot be compared. */
const MAKES = [/^\d+$/, /^MS4w/, /^3x/, /^[0-9a-f]{24}$/, /^tb\./, /==$/];

function areOfOneMake(a: string, b: string): boolean {
  return MAKES.some((make) => make.test(a) && make.test(b));
}

/**
 * Whether a doubt keeps the account's check open until a reviewer has spoken. A mark that was not seen does not: the
 * page may show it as a picture only.
 */
export function isOpenDoubt(doubt: Sentence): boolean {
  return doubt.key !== 'identity.noMark';
}

/** Whether a line of the roster means this account: by its number, in the line or in its address. */
function means(item: RosterItem, { platform, id }: SeenAccount): boolean {
  return id !== null && item.platform === platform && (item.code === id || item.url.includes(id));
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
