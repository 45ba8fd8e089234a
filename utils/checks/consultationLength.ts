import { daysBetween } from '../dates/civil';
import { isCalendarKnown, workingDaysBetween } from '../dates/workdays';
import type { PageSnapshot } from '../page/snapshot';
import type { Check } from './check';
import { consultationsOf, nameOf } from './consultations/cases';
import { speaker } from './shared/outcome';

const speak = speaker('consultationLength');

/** Where the rule asks for 30 days whatever the document is. */
const MAJOR = /重大行政决策|重大决策|规章(?:草案|制定)|政府令|地方性法规|条例[（(]?(?:草案|征求|修订)/;
/** Names of 行政规范性文件. */
const NORMATIVE = /规范性文件|(?:管理|实施|暂行|试行|若干)?(?:办法|规定|细则|规则)(?:[（(]|》|$)/;
/** A letter to named units is no public consultation; its time is its sender's affair. */
const LETTER = /(?:的函|函)$/;
/** The rule allows a shorter time when the notice says why. */
const URGENT = /情况紧急|缩短(?:公开)?征求意见|时间紧/;

/** Is a consultation open long enough: 30 days for major decisions and rules, 7 working days for normative documents? */
export const consultationLength: Check = {
  id: 'consultationLength',
  category: 'consultation',
  reads: ['blocks'],
  run(snapshot, { pack, seen }) {
    const { own } = consultationsOf(snapshot, seen);
    if (!own) return speak('notApplicable', 'none');
    const opens = own.opens ?? own.published;
    if (!own.closes || !opens) return speak('review', own.closes ? 'noStart' : 'noEnd', [nameOf(own)]);
    const days = daysBetween(opens, own.closes);
    const workdays = isCalendarKnown(opens, own.closes) ? workingDaysBetween(opens, own.closes) : null;
    const evidence = [{ quote: own.title, place: own.place }];
    const limits = pack.indicators[pack.checks.consultationLength ?? '']?.thresholds;
    const [long, short] = [limits?.major?.value, limits?.normative?.value];
    if (long === undefined || short === undefined) return speak('review', 'noRule', [days], evidence);
    if (days >= long) return speak('pass', 'long', [nameOf(own), days], evidence);
    if (LETTER.test(own.title)) return speak('review', 'letter', [nameOf(own), days], evidence);
    const text = wordsOf(snapshot);
    if (URGENT.test(text)) return speak('review', 'urgent', [nameOf(own), days], evidence);
    const kind =
      MAJOR.test(own.title) || /重大行政决策/.test(text)
        ? 'major'
        : NORMATIVE.test(own.title)
          ? 'normative'
          : null;
    const inferred = own.closesInferred || !own.opens;
    if (kind === 'major')
      return speak(inferred ? 'review' : 'fail', 'shortMajor', [nameOf(own), days, long], evidence, {
        threshold: long,
      });
    if (workdays === null) return speak('review', 'noCalendar', [nameOf(own), days], evidence);
    if (workdays >= short) {
      const key = kind === 'normative' ? 'enough' : 'dependsOnKind';
      return speak(
        kind === 'normative' ? 'pass' : 'review',
        key,
        [nameOf(own), days, workdays, long],
        evidence,
      );
    }
    return speak(
      inferred || !kind ? 'review' : 'fail',
      'shortNormative',
      [nameOf(own), workdays, short],
      evidence,
      {
        threshold: short,
      },
    );
  },
};

/** The call's own words, before any attached draft. */
function wordsOf(snapshot: PageSnapshot): string {
  const text = snapshot.blocks
    .filter((b) => b.main)
    .map((b) => b.text)
    .join('\n');
  const draft = text.search(/\n[\s\u3000]*第一[章条]/);
  return text.slice(0, draft < 0 ? 5000 : Math.min(draft, 5000));
}
