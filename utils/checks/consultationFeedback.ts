import type { ConsultationCase } from '../consultations/fold';
import { lifecycleOf } from '../consultations/lifecycle';
import { addMonths, daysBetween } from '../dates/civil';
import type { PageSnapshot } from '../page/snapshot';
import type { Check, CheckContext, Evidence, Outcome } from './check';
import { consultationsOf, nameOf } from './consultations/cases';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('consultationFeedback');

/**
 * Has every consultation that closed got a published result? One page seldom proves that there is none, so
 * 问题 is said only where the page itself shows the lack; else 待核 names where to look.
 */
export const consultationFeedback: Check = {
  id: 'consultationFeedback',
  category: 'consultation',
  reads: ['lists', 'blocks', 'links'],
  run(snapshot, context) {
    const { cases, own } = consultationsOf(snapshot, context.seen);
    if (cases.length === 0) return speak('notApplicable', 'none');
    const only = own ?? (cases.length === 1 ? cases[0]! : null);
    if (only) return judgeCase(only, cases, snapshot, context);
    return judgeMany(cases, snapshot, context);
  },
};

function judgeMany(cases: ConsultationCase[], snapshot: PageSnapshot, context: CheckContext): Outcome {
  const judged = cases.map((c) => judgeCase(c, cases, snapshot, context));
  const of = (kind: Outcome['kind']) => judged.filter((j) => j.kind === kind);
  const [failed, open, fine] = [of('fail'), of('review'), of('pass')];
  const kind = failed.length > 0 ? 'fail' : open.length > 0 ? 'review' : 'pass';
  const told = [...failed, ...open, ...fine].slice(0, MAX_EVIDENCE);
  const evidence = told.flatMap((j) => j.evidence.slice(0, 1).map((e) => ({ ...e, note: j.reason })));
  const oldest = Math.max(0, ...[...failed, ...open].map((j) => j.facts?.daysSince ?? 0));
  return speak(kind, 'list', [cases.length, failed.length, open.length, fine.length], evidence, {
    daysSince: oldest || null,
  });
}

function judgeCase(
  one: ConsultationCase,
  all: readonly ConsultationCase[],
  snapshot: PageSnapshot,
  { now, pack }: CheckContext,
): Outcome {
  const { phase, daysLeft, daysSince, answeredAfter } = lifecycleOf(one, now);
  const name = nameOf(one);
  const limit = pack.indicators[pack.checks.consultationFeedback ?? '']?.thresholds.limit?.value ?? null;
  const due = one.closes && limit !== null ? addMonths(one.closes, limit) : null;
  const evidence = evidenceOf(one, snapshot);
  if (phase === 'answered') {
    const late = due && one.feedback?.published && one.feedback.published > due;
    if (answeredAfter === null) return speak('pass', 'answered', [name], evidence);
    const key = late ? 'late' : 'answeredAfter';
    return speak(late ? 'review' : 'pass', key, [name, answeredAfter], evidence, {
      daysSince: answeredAfter,
    });
  }
  if (phase === 'open') {
    if (daysLeft === null) return speak('pass', 'openUndated', [name], evidence);
    return speak('pass', 'open', [name, daysLeft], evidence, { daysLeft });
  }
  if (phase === 'unknown') {
    const recent = one.published && limit !== null && addMonths(one.published, limit) >= now;
    return speak(recent ? 'pass' : 'review', recent ? 'recent' : 'unknown', [name], evidence);
  }
  if (daysSince === null) {
    const key = one.denial ? 'deniedUndated' : 'closedUndated';
    return speak('review', key, [name, one.denial ?? ''], evidence);
  }
  const facts = { daysSince, threshold: due && one.closes ? daysBetween(one.closes, due) : null };
  if (due && now <= due) {
    const left = daysBetween(now, due);
    return speak('pass', 'waiting', [name, daysSince, left], evidence, { ...facts, daysLeft: left });
  }
  if (one.denial && !one.closesInferred)
    return speak('fail', 'denied', [name, daysSince, one.denial], evidence, facts);
  if (!one.closesInferred && othersAnswered(one, all))
    return speak('fail', 'beside', [name, daysSince], evidence, facts);
  if (one.seenOn.length > 1)
    return speak('review', 'unseenPages', [name, daysSince, one.seenOn.length], evidence, facts);
  return speak('review', 'unseen', [name, daysSince], evidence, facts);
}

/** The list shows a result beside other calls, so this one's would stand there too. */
function othersAnswered(one: ConsultationCase, all: readonly ConsultationCase[]): boolean {
  return all.some((c) => c !== one && c.feedback?.shown === 'row');
}

function evidenceOf(one: ConsultationCase, snapshot: PageSnapshot): Evidence[] {
  const spot: Evidence = { quote: one.title, place: one.place, ...(one.href ? { href: one.href } : {}) };
  const { place } = one;
  const words = place && snapshot.blocks[place.block]?.text.slice(place.start, place.end);
  if (words && words !== one.title) spot.note = { key: 'checks.consultationFeedback.words', args: [words] };
  if (!one.feedback) return [spot];
  const { quote, place: at, href } = one.feedback;
  return [spot, { quote, place: at, ...(href ? { href } : {}) }];
}
