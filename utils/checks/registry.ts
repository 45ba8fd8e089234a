import { accountUpdate } from './accountUpdate';
import { blankColumns } from './blankColumns';
import { boxUpdate } from './boxUpdate';
import type { Check } from './check';
import { consultationContent } from './consultationContent';
import { consultationCount } from './consultationCount';
import { consultationFeedback } from './consultationFeedback';
import { consultationLength } from './consultationLength';
import { dateConflict } from './dateConflict';
import { domainName } from './domainName';
import { footerMarks } from './footerMarks';
import { garbledText } from './garbledText';
import { hiddenLinks } from './hiddenLinks';
import { homeUpdate } from './homeUpdate';
import { lastUpdate } from './lastUpdate';
import { messageCounters } from './messageCounters';
import { messageReply } from './messageReply';
import { outboundLinks } from './outboundLinks';
import { personalData } from './personalData';
import { publishDate } from './publishDate';
import { siteCode } from './siteCode';
import { spamWords } from './spamWords';
import { standardMetas } from './standardMetas';
import { titleMatch } from './titleMatch';
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
  personalData,
  spamWords,
  hiddenLinks,
  outboundLinks,
  titleMatch,
  garbledText,
  siteCode,
  footerMarks,
  standardMetas,
  domainName,
];
