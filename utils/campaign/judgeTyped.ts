import type { Platform } from '../accounts/platform';
import { platformNames } from '../accounts/platform';
import { typedAccount } from '../accounts/typed';
import { accountUpdate } from '../checks/accountUpdate';
import type { CheckContext, JudgedOutcome } from '../checks/check';
import { judge } from '../checks/run';
import { draftOf, type Shot } from '../findings/draft';
import type { Draft } from '../findings/record';
import type { CivilDate, Instant, PageSnapshot } from '../page/snapshot';
import { seenOutcomes } from './progress/outcome';
import type { TypedUpdate } from './progress/typed';
import type { RosterItem } from './roster/item';

/** Judges an account by the day alone that a reviewer saw and typed: by the same rule as a page that was read. */
export function judgeTyped(
  item: Pick<RosterItem, 'platform' | 'name' | 'url'>,
  day: CivilDate,
  readAt: Instant,
  context: CheckContext,
): JudgedOutcome {
  // An account whose platform is not known is judged by the common limit.
  const platform = item.platform as Platform;
  const account = typedAccount({ ...item, platform }, day, readAt);
  // The check reads nothing but the account.
  return judge({ account } as PageSnapshot, context, [accountUpdate])[0]!;
}

/** What an item keeps of a typed day and its picture. */
export function typedUpdateOf(
  item: Pick<RosterItem, 'platform' | 'name' | 'url'>,
  typed: { day: CivilDate | null; words: string; picture: string | null },
  readAt: Instant,
  context: CheckContext,
): Omit<TypedUpdate, 'author' | 'at'> {
  const outcome = typed.day && judgeTyped(item, typed.day, readAt, context);
  return { ...typed, outcome: (outcome && seenOutcomes([outcome])[0]) || null };
}

/** A finding from what was typed: the account's, with the phone's picture as its evidence. */
export function draftOfTyped(
  item: RosterItem,
  seen: { typed: TypedUpdate; outcome: JudgedOutcome; description: string; shot: Shot; now: CivilDate },
): Draft {
  const { typed, outcome, description, shot, now } = seen;
  const platform = item.platform ? platformNames[item.platform][0]! : '';
  const draft = draftOf(
    {
      object: 'account',
      platform,
      // An account without an address is named by its platform and name.
      url: item.url || `${platform} ${item.name}`,
      title: item.name,
      site: item.name,
      siteCode: '',
      column: '',
      published: null,
      readAt: typed.at,
      now,
      outcomes: [outcome],
      about: outcome,
      quote: '',
      anchor: null,
      suggestion: '',
      sentence: '',
      verdict: null,
      description,
    },
    shot,
  );
  const { campaign, id, unit } = item;
  return { ...draft, fields: { ...draft.fields, campaign, item: id, unit, platform: item.platform } };
}
