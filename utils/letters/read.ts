import type { PageSnapshot } from '../page/snapshot';
import { messageDetail } from './detail';
import type { SeenMessages } from './message';
import { messageRows } from './rows';

/** The messages that a page shows: its own one, or those of its lists. Help pages, forms and statistics have none. */
export function readMessages(snapshot: PageSnapshot): SeenMessages {
  const own = messageDetail(snapshot);
  return own ? { from: 'detail', messages: [own] } : { from: 'list', messages: messageRows(snapshot) };
}
