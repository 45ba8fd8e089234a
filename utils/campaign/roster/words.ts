import { platformNames } from '../../accounts/platform';
import { type Sentence, say } from '../../words';
import type { RosterFields } from './item';

/** A value of a roster item as a reviewer reads it; an empty one is said, so that “” → “甲” can be told from a typo. */
export function fieldWords(item: RosterFields, field: keyof RosterFields): Sentence | string {
  const value = item[field];
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0))
    return say('roster.empty');
  switch (field) {
    case 'kind':
      return say(`itemKind.${item.kind}`);
    case 'status':
      return say(`itemStatus.${item.status}`);
    case 'columnKind':
      return say(`columnKind.${item.columnKind}`);
    case 'platform':
      return item.platform ? platformNames[item.platform][0]! : '';
    case 'hosts':
      return item.hosts.join('、');
    default:
      return String(value);
  }
}
