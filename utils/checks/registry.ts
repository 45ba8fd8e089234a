import { accountUpdate } from './accountUpdate';
import { blankColumns } from './blankColumns';
import { boxUpdate } from './boxUpdate';
import type { Check } from './check';
import { consultationContent } from './consultationContent';
import { consultationCount } from './consultationCount';
import { consultationFeedback } from './consultationFeedback';
import { consultationLength } from './consultationLength';
import { dateConflict } from './dateConflict';
import { homeUpdate } from './homeUpdate';
import { lastUpdate } from './lastUpdate';
import { messageCounters } from './messageCounters';
import { messageReply } from './messageReply';
import { publishDate } from './publishDate';
import { updateBurst } from './updateBurst';

/** Every check, in the order in which reviewers read them. */
export const checks: readonly Check[] = [
  homeUpdate,
  boxUpdate,
  lastUpdate,
  blankColumns,
  publishDate,
  dateConflict,
  updateBurst,
  accountUpdate,
  consultationFeedback,
  consultationLength,
  consultationContent,
  consultationCount,
  messageReply,
  messageCounters,
];
