import { accountUpdate } from './accountUpdate';
import type { Check } from './check';
import { consultationContent } from './consultationContent';
import { consultationCount } from './consultationCount';
import { consultationFeedback } from './consultationFeedback';
import { consultationLength } from './consultationLength';
import { lastUpdate } from './lastUpdate';
import { messageCounters } from './messageCounters';
import { messageReply } from './messageReply';

/** Every check, in the order in which reviewers read them. */
export const checks: readonly Check[] = [
  lastUpdate,
  accountUpdate,
  consultationFeedback,
  consultationLength,
  consultationContent,
  consultationCount,
  messageReply,
  messageCounters,
];
