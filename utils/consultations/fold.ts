import { daysBetween } from '../dates/civil';
import { siteOf } from '../links/site';
import type { CivilDate, Place } from '../page/snapshot';
import type { Call, Feedback, Result, SeenConsultations } from './consultation';
import { sameConsultation } from './match';

/** One consultation with everything that was seen of it, on one page or on many. */
export interface ConsultationCase {
  title: string;
  href: string;
  site: string;
  names: Call['names'];
  subject: string;
  round: number;
  published: CivilDate | null;
  opens: CivilDate | null;
  closes: CivilDate | null;
  closesInferred: boolean;
  stated: Call['stated'];
  feedback: Feedback | null;
  denial: string | null;
  /** Only its result was seen; the call itself was not. */
  resultOnly: boolean;
  /** Some page that shows results beside calls, or the call's own page, was seen. */
  looked: boolean;
  /** Where it stands on the page on which it was seen first. */
  place: Place | null;
  /** Pages on which it was seen, in order. */
  seenOn: string[];
}

/** Two calls of one name published further apart are two consultations (each year's plan has the same name). */
const SAME_CALL_DAYS = 60;

/**
 * Folds what was seen on the pages of a campaign into one case per consultation: the same call on a list and on its own
 * page is one, and a result read later (or earlier) answers the call of its name. Pure: the same pages give the same cases.
 */
export function foldConsultations(seen: readonly SeenConsultations[]): ConsultationCase[] {
  const cases: ConsultationCase[] = [];
  for (const page of seen) for (const call of page.calls) addCall(cases, call, page);
  for (const page of seen) for (const result of page.results) addResult(cases, result, page);
  return cases;
}

function addCall(cases: ConsultationCase[], call: Call, page: SeenConsultations): void {
  const site = siteOf(page.url);
  const looked = call.from === 'detail' || showsResults(page);
  const known = cases.find((c) => c.site === site && !isOtherRow(c, call, page) && sameCall(c, call));
  if (!known) {
    cases.push({
      title: call.title,
      href: call.href,
      site,
      names: call.names,
      subject: call.subject,
      round: call.round,
      published: call.published,
      opens: call.opens,
      closes: call.closes,
      closesInferred: call.closesInferred,
      stated: call.stated,
      feedback: call.feedback,
      denial: call.denial,
      resultOnly: false,
      looked,
      place: call.place,
      seenOn: [page.url],
    });
    return;
  }
  if (call.from === 'detail' || call.title.length > known.title.length) {
    known.title = call.title;
    known.names = call.names;
  }
  known.href ||= call.href;
  known.published ??= call.published;
  known.opens ??= call.opens;
  if (call.closes && (!known.closes || (known.closesInferred && !call.closesInferred))) {
    known.closes = call.closes;
    known.closesInferred = call.closesInferred;
  }
  known.stated = call.stated ?? known.stated;
  known.feedback ??= call.feedback;
  known.denial = call.denial ?? known.denial;
  known.looked ||= looked;
  if (!known.seenOn.includes(page.url)) known.seenOn.push(page.url);
}

function addResult(cases: ConsultationCase[], result: Result, page: SeenConsultations): void {
  const site = siteOf(page.url);
  const answered = cases
    .filter(
      (c) =>
        c.site === site &&
        !c.resultOnly &&
        sameConsultation({ role: 'call', ...c }, { role: 'result', ...result }),
    )
    .filter((c) => !result.published || !startOf(c) || startOf(c)! <= result.published)
    .sort((a, b) => (startOf(b) ?? '').localeCompare(startOf(a) ?? ''));
  const feedback: Feedback = {
    shown: 'article',
    published: result.published,
    quote: result.title,
    href: result.href,
    place: result.place,
  };
  const targets = result.names.length > 1 ? answered : answered.slice(0, 1);
  for (const target of targets) {
    if (!target.feedback?.published) target.feedback = feedback;
    if (!target.seenOn.includes(page.url)) target.seenOn.push(page.url);
  }
  if (targets.length > 0 || cases.some((c) => c.resultOnly && c.site === site && sameCall(c, result))) return;
  cases.push({
    title: result.title,
    href: result.href,
    site,
    names: result.names,
    subject: result.subject,
    round: result.round,
    published: null,
    opens: null,
    closes: null,
    closesInferred: false,
    stated: null,
    feedback,
    denial: null,
    resultOnly: true,
    looked: true,
    place: result.place,
    seenOn: [page.url],
  });
}

/** Two rows of one page are two consultations, however alike their (cut) titles, unless they lead to the same page. */
function isOtherRow(known: ConsultationCase, call: Call, page: SeenConsultations): boolean {
  return known.seenOn.includes(page.url) && (known.href === '' || known.href !== call.href);
}

const startOf = (c: { opens: CivilDate | null; published: CivilDate | null }) => c.opens ?? c.published;

function sameCall(
  known: ConsultationCase,
  call: Pick<Call, 'title' | 'href' | 'names' | 'subject' | 'round' | 'published'>,
): boolean {
  if (call.href !== '' && known.href === call.href) return true;
  if (known.round !== call.round) return false;
  if (known.title !== call.title && !sameConsultation({ role: 'call', ...known }, { role: 'call', ...call }))
    return false;
  return (
    !known.published ||
    !call.published ||
    Math.abs(daysBetween(known.published, call.published)) <= SAME_CALL_DAYS
  );
}

/** A page that shows a result with some call would show the others' too. */
function showsResults(page: SeenConsultations): boolean {
  return page.calls.some((c) => c.feedback !== null || c.denial !== null) || page.results.length > 0;
}
