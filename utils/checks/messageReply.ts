import { addMonths, daysBetween } from '../dates/civil';
import { isCalendarKnown, workingDaysBetween } from '../dates/workdays';
import type { Message } from '../letters/message';
import { readMessages } from '../letters/read';
import type { CivilDate } from '../page/snapshot';
import type { Check, CheckContext, Evidence, Outcome } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('messageReply');

/** Is every message answered in time? Waiting beyond the veto limit is 问题; beyond the local limit, or undated, 待核. */
export const messageReply: Check = {
  id: 'messageReply',
  category: 'unanswered',
  reads: ['lists', 'blocks'],
  run(snapshot, context) {
    const { from, messages } = readMessages(snapshot);
    if (messages.length === 0) return speak('notApplicable', 'none');
    return from === 'detail' ? judgeOne(messages[0]!, context) : judgeList(messages, context);
  },
};

interface Limits {
  months: number | null;
  /** Messages older than this do not count for the veto. */
  within: number | null;
  workingDays: number | null;
}

function limitsOf({ pack }: CheckContext): Limits {
  const thresholds = pack.indicators[pack.checks.messageReply ?? '']?.thresholds ?? {};
  return {
    months: thresholds.limit?.value ?? null,
    within: thresholds.within?.value ?? null,
    workingDays: thresholds.local?.value ?? null,
  };
}

type Standing = 'overdue' | 'old' | 'slow' | 'soon' | 'undated';

/** How a waiting message stands at `now`. */
function standingOf(submitted: CivilDate | null, now: CivilDate, limits: Limits): Standing {
  if (!submitted) return 'undated';
  if (limits.within !== null && addMonths(submitted, limits.within) < now) return 'old';
  if (limits.months !== null && addMonths(submitted, limits.months) < now) return 'overdue';
  return limits.workingDays !== null && workingDaysBetween(submitted, now) > limits.workingDays
    ? 'slow'
    : 'soon';
}

function judgeOne(message: Message, context: CheckContext): Outcome {
  const { now } = context;
  const limits = limitsOf(context);
  const { title, submitted, repliedAt, state } = message;
  const evidence = [spot(message)];
  if (state === 'unknown') return speak('review', 'unknown', [title], evidence);
  if (state === 'answered') {
    if (!submitted || !repliedAt) return speak('pass', 'answered', [title], evidence);
    const days = daysBetween(submitted, repliedAt);
    const work = isCalendarKnown(submitted, repliedAt) ? workingDaysBetween(submitted, repliedAt) : null;
    const late = limits.workingDays !== null && work !== null && work > limits.workingDays;
    if (late)
      return speak('review', 'late', [title, work, limits.workingDays ?? 0], evidence, {
        daysSince: days,
        threshold: limits.workingDays,
      });
    return speak('pass', 'answeredAfter', [title, days], evidence);
  }
  const days = submitted ? daysBetween(submitted, now) : 0;
  const standing = standingOf(submitted, now, limits);
  const kind = standing === 'overdue' ? 'fail' : standing === 'soon' ? 'pass' : 'review';
  return speak(kind, standing, [title, days], evidence, submitted ? { daysSince: days } : undefined);
}

function judgeList(messages: readonly Message[], context: CheckContext): Outcome {
  const limits = limitsOf(context);
  const waiting = messages
    .filter((m) => m.state === 'waiting')
    .map((m) => ({ message: m, standing: standingOf(m.submitted, context.now, limits) }));
  const of = (standing: Standing) => waiting.filter((w) => w.standing === standing);
  const overdue = of('overdue');
  const unclear = [...of('slow'), ...of('old'), ...of('undated')];
  const unknown = messages.filter((m) => m.state === 'unknown');
  const counts = [messages.length, overdue.length, unclear.length, unknown.length];
  const told = [...overdue, ...unclear].map((w) => w.message);
  const evidence = (told.length > 0 ? told : unknown).slice(0, MAX_EVIDENCE).map(spot);
  const oldest = Math.max(0, ...overdue.map((w) => daysBetween(w.message.submitted!, context.now)));
  if (overdue.length > 0) return speak('fail', 'listOverdue', counts, evidence, { daysSince: oldest });
  if (unclear.length > 0) return speak('review', 'listWaiting', counts, evidence);
  if (unknown.length > 0) return speak('review', 'listUnknown', counts, evidence);
  return speak('pass', 'listFine', counts, messages.slice(0, 1).map(spot));
}

function spot({ title, place, href, submitted, stated }: Message): Evidence {
  const note = submitted
    ? { key: 'checks.messageReply.row', args: [submitted, stated || '—'] }
    : { key: 'checks.messageReply.rowUndated', args: [stated || '—'] };
  return { quote: title, note, place, ...(href ? { href } : {}) };
}
