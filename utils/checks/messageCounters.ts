import { readCounter } from '../letters/counters';
import { readMessages } from '../letters/read';
import { MAILBOX } from '../letters/words';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('messageCounters');

/** A mailbox that counts more received than answered messages has some that nobody answered, or does not show them. */
export const messageCounters: Check = {
  id: 'messageCounters',
  category: 'unanswered',
  reads: ['blocks'],
  run(snapshot) {
    const about = `${snapshot.breadcrumb.join(' ')} ${snapshot.title}`;
    const counter =
      MAILBOX.test(about) || readMessages(snapshot).messages.length > 0 ? readCounter(snapshot) : null;
    if (!counter) return speak('notApplicable', 'none');
    const { received, done, quote, place } = counter;
    const evidence = [{ quote, place }];
    if (done > received) return speak('review', 'moreDone', [received, done], evidence);
    if (done === received) return speak('pass', 'equal', [received], evidence);
    return speak('review', 'open', [received, done, received - done], evidence);
  },
};
