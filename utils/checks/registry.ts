import { accountUpdate } from './accountUpdate';
import { annualReportChapters } from './annualReportChapters';
import { annualReportDue } from './annualReportDue';
import { annualReportTotals } from './annualReportTotals';
import { articleSource } from './articleSource';
import { attachmentLinks } from './attachmentLinks';
import { blankColumns } from './blankColumns';
import { boxUpdate } from './boxUpdate';
import type { Check } from './check';
import { consultationContent } from './consultationContent';
import { consultationCount } from './consultationCount';
import { consultationFeedback } from './consultationFeedback';
import { consultationLength } from './consultationLength';
import { dateConflict } from './dateConflict';
import { deadLinks } from './deadLinks';
import { domainName } from './domainName';
import { duplicateItems } from './duplicateItems';
import { emptyLinks } from './emptyLinks';
import { footerMarks } from './footerMarks';
import { garbledText } from './garbledText';
import { hiddenLinks } from './hiddenLinks';
import { homeUpdate } from './homeUpdate';
import { interpretationDelay } from './interpretationDelay';
import { interpretationForm } from './interpretationForm';
import { lastUpdate } from './lastUpdate';
import { linkAddresses } from './linkAddresses';
import { messageCounters } from './messageCounters';
import { messageReply } from './messageReply';
import { outboundLinks } from './outboundLinks';
import { personalData } from './personalData';
import { policyHeader } from './policyHeader';
import { policyLinks } from './policyLinks';
import { publicationDelay } from './publicationDelay';
import { publishDate } from './publishDate';
import { serviceGuide } from './serviceGuide';
import { siteCode } from './siteCode';
import { spamWords } from './spamWords';
import { standardMetas } from './standardMetas';
import { statedRates } from './statedRates';
import { titleMatch } from './titleMatch';
import { updateBurst } from './updateBurst';

/** The checks of an official account's page: whether it is kept up, and what its own posts say. */
export const accountChecks: readonly Check[] = [accountUpdate, personalData];

/** Every check of a website's page, in the order in which reviewers read them. */
export const siteChecks: readonly Check[] = [
  homeUpdate,
  boxUpdate,
  lastUpdate,
  blankColumns,
  publishDate,
  dateConflict,
  updateBurst,
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
  policyHeader,
  policyLinks,
  publicationDelay,
  interpretationDelay,
  interpretationForm,
  annualReportDue,
  annualReportChapters,
  annualReportTotals,
  statedRates,
  linkAddresses,
  emptyLinks,
  attachmentLinks,
  deadLinks,
  duplicateItems,
  articleSource,
  serviceGuide,
];

/** All of them, each once. */
export const checks: readonly Check[] = [...siteChecks, accountUpdate];
