import { ownReportYear, reportYear } from '../annualReport/chapters';
import { daysBetween } from '../dates/civil';
import type { CivilDate, PageSnapshot } from '../page/snapshot';
import type { Check, CheckContext } from './check';
import { readIdentity } from './identity/read';
import { speaker } from './shared/outcome';

const speak = speaker('annualReportDue');

/** The last year reported under the former regulation. */
const FORMER_LAST = 2018;

/** Is the annual report on disclosure of last year there, and was it in time: departments by 31 January, governments by 31 March? */
export const annualReportDue: Check = {
  id: 'annualReportDue',
  category: 'report',
  reads: ['lists', 'headline', 'published'],
  run(snapshot, context) {
    const year = ownReportYear(snapshot);
    const column = snapshot.lists.find((l) => l.own && l.kind === 'annualReport');
    if (column) {
      if (snapshot.pager?.page && snapshot.pager.page > 1) return speak('notApplicable', 'laterPage');
      return judgeColumn(snapshot, column.items, context);
    }
    const published = snapshot.published?.date;
    if (year === null || !published) return speak('notApplicable', 'noReport');
    return judgeReport(snapshot, year, published, context);
  },
};

/** The last day for the report of `year`; governments have two months more. */
function deadline(snapshot: PageSnapshot, year: number, { pack }: CheckContext) {
  const thresholds = pack.indicators[pack.checks.annualReportDue ?? '']?.thresholds;
  const { siteName, sponsor } = readIdentity(snapshot);
  const owner = `${siteName ?? ''} ${sponsor?.text ?? ''} ${snapshot.headline ?? ''}`;
  const isGovernment = /人民政府(?!办公|.{1,12}(?:局|委|办))/.test(owner);
  // Until 2018 one day held for all (2008 年条例 第三十一条).
  const isDepartment =
    year >= FORMER_LAST + 1 && !isGovernment && /(?:局|委|厅|办公室|委员会|中心)(?:\s|$|网)/.test(owner);
  const months = (isDepartment ? thresholds?.department?.value : thresholds?.government?.value) ?? null;
  const lastDays = [31, 28, 31, 30];
  const last = months === null ? null : `${year + 1}-0${months}-${lastDays[months - 1] ?? 30}`;
  return { last, sure: isGovernment || isDepartment || year <= FORMER_LAST };
}

function judgeReport(snapshot: PageSnapshot, year: number, published: CivilDate, context: CheckContext) {
  const { last, sure } = deadline(snapshot, year, context);
  const evidence = [{ quote: snapshot.published!.quote, place: snapshot.published!.place }];
  if (!last) return speak('notApplicable', 'noRule');
  if (published <= last) return speak('pass', 'inTime', [year, published], evidence);
  const late = daysBetween(last, published);
  const migrated = Number(published.slice(0, 4)) > year + 1;
  if (migrated) return speak('review', 'laterYear', [year, published], evidence);
  return speak(sure ? 'fail' : 'review', 'late', [year, published, late], evidence, { daysSince: late });
}

function judgeColumn(
  snapshot: PageSnapshot,
  items: PageSnapshot['lists'][number]['items'],
  context: CheckContext,
) {
  const { now } = context;
  const reports = items.flatMap((item) => {
    const year = reportYear(item.title);
    return year === null ? [] : [{ item, year }];
  });
  if (reports.length === 0) return speak('review', 'noneRead', [items.length]);
  const asked = Number(now.slice(0, 4)) - 1;
  const { last, sure } = deadline(snapshot, asked, context);
  const found = reports.find((r) => r.year === asked);
  const newest = Math.max(...reports.map((r) => r.year));
  if (found) {
    const evidence = [{ quote: found.item.title, place: found.item.place, href: found.item.href }];
    const late = last !== null && found.item.date !== null && found.item.date > last;
    if (late) return speak('review', 'listLate', [asked, found.item.date ?? ''], evidence);
    return speak('pass', 'there', [asked], evidence);
  }
  const evidence = reports
    .filter((r) => r.year === newest)
    .slice(0, 1)
    .map((r) => ({ quote: r.item.title, place: r.item.place }));
  if (last === null || now <= last) return speak('pass', 'notYet', [asked, last ?? ''], evidence);
  return speak(sure ? 'fail' : 'review', 'missing', [asked, newest], evidence);
}
