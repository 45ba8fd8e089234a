import type { CivilDate } from '../page/snapshot';
import { type Sentence, say } from '../words';
import { type FieldChanges, type Finding, type Ignore, opinionField, type Status } from './finding';

/** A step of the review: machines suspect, people decide. Author and time come from the entry that it becomes. */
export type Verdict =
  | { to: 'suspected' | 'confirmed' }
  | ({ to: 'ignored' } & Ignore)
  | { to: 'assigned'; unit: string; deadline: CivilDate | null }
  | { to: 'fixed' | 'unfixed'; rectification: string }
  | { to: 'passed'; recheck: string };

/** 待核 → 确认 / 忽略 → 已交办 → 已整改 / 未整改 → 复查通过. Back to 待核 as long as nothing was handed out. */
const NEXT: Record<Status, readonly Status[]> = {
  suspected: ['confirmed', 'ignored'],
  confirmed: ['assigned', 'ignored', 'suspected'],
  ignored: ['confirmed', 'suspected'],
  assigned: ['fixed', 'unfixed'],
  fixed: ['passed', 'unfixed'],
  unfixed: ['fixed', 'assigned'],
  passed: ['unfixed'],
};

/** The states that a finding can go to from here, the usual one first. */
export function nextOf(status: Status): readonly Status[] {
  return NEXT[status];
}

/** Why a step is not possible, or null when it is. Ignoring needs a reason, handing out needs a unit. */
export function objection(finding: Finding, verdict: Verdict): Sentence | null {
  if (!NEXT[finding.status].includes(verdict.to)) return say('findings.verdict.notFromHere');
  if (verdict.to === 'ignored' && verdict.reason.trim() === '') return say('findings.verdict.needsReason');
  if (verdict.to === 'assigned' && verdict.unit.trim() === '') return say('findings.verdict.needsUnit');
  return null;
}

/** The fields that a step sets, for `store.edit`; confirming and ignoring are also their author's own opinion. */
export function fieldsOf(verdict: Verdict, author: string): FieldChanges {
  switch (verdict.to) {
    case 'confirmed':
      return { status: 'confirmed', ignore: null, ...opinion(author, 'confirmed', '') };
    case 'ignored': {
      const { reason, scope, until } = verdict;
      return { status: 'ignored', ignore: { reason, scope, until }, ...opinion(author, 'ignored', reason) };
    }
    case 'suspected':
      return { status: 'suspected', ignore: null, [opinionField(author)]: null };
    case 'assigned':
      return { status: 'assigned', unit: verdict.unit, deadline: verdict.deadline };
    case 'fixed':
    case 'unfixed':
      return { status: verdict.to, rectification: verdict.rectification };
    case 'passed':
      return { status: 'passed', recheck: verdict.recheck };
  }
}

/** A second reviewer's own verdict, given without seeing the first: it changes nothing but their opinion. */
export function secondOpinion(author: string, verdict: 'confirmed' | 'ignored', reason = ''): FieldChanges {
  return opinion(author, verdict, reason);
}

function opinion(author: string, verdict: 'confirmed' | 'ignored', reason: string): FieldChanges {
  return { [opinionField(author)]: { verdict, reason } };
}
