import { addDays, addMonths, dayOf, daysBetween } from '../../dates/civil';
import type { CivilDate } from '../../page/snapshot';
import type { Round } from '../campaign';
import type { Coverage } from './state';

/** The period of a round that holds today, both days included; null before it starts. */
export function periodOf(
  round: Pick<Round, 'cadence' | 'starts'>,
  today: CivilDate,
): { from: CivilDate; to: CivilDate } | null {
  if (today < round.starts) return null;
  if (round.cadence === 'daily') return { from: today, to: today };
  if (round.cadence === 'weekly') {
    const from = addDays(today, -(daysBetween(round.starts, today) % 7));
    return { from, to: addDays(from, 6) };
  }
  let months = 0;
  while (addMonths(round.starts, months + 1) <= today) months++;
  return { from: addMonths(round.starts, months), to: addDays(addMonths(round.starts, months + 1), -1) };
}

/** What a round still has to look at in its present period. */
export interface Due {
  round: Round;
  from: CivilDate;
  to: CivilDate;
  items: Coverage[];
  total: number;
}

/** The rounds with what is due today; a round that has not started yet is left out. */
export function dueToday(rounds: readonly Round[], board: readonly Coverage[], today: CivilDate): Due[] {
  return rounds.flatMap((round) => {
    const period = periodOf(round, today);
    if (!period) return [];
    const covered = board.filter(
      ({ record, state }) => state !== 'exempt' && round.kinds.includes(record.item.kind),
    );
    const items = covered.filter(({ record }) => {
      const { lastLook } = record;
      return !lastLook || dayOf(lastLook.at) < period.from;
    });
    return [{ round, ...period, items, total: covered.length }];
  });
}
