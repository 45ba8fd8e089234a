import { readMessages } from '../../utils/letters/read';
import type { PageSnapshot } from '../../utils/page/snapshot';

/** The messages of one page for the command line. */
export function messagesOf(snapshot: PageSnapshot) {
  return readMessages(snapshot).messages.map(({ title, submitted, state, repliedAt }) => ({
    title,
    submitted,
    state,
    repliedAt,
  }));
}
