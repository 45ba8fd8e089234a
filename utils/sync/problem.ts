import { type Sentence, say } from '../words';

/**
 * insecure: http to an address that was not confirmed · permission: the browser does not allow requests there ·
 * unreachable: nothing answers · certificate: it answers, but cannot prove who it is · notEndpoint: something else
 * answers · password: name or password wrong · noTeam, noRight: no such team, or not for this user · busy: the
 * endpoint asks to wait · server: it fails · tooLarge: more than it takes at once · rejected: it does not take this ·
 * anew: its history is another one than before.
 */
export type ProblemKind =
  | 'insecure'
  | 'permission'
  | 'unreachable'
  | 'certificate'
  | 'notEndpoint'
  | 'password'
  | 'noTeam'
  | 'noRight'
  | 'busy'
  | 'server'
  | 'tooLarge'
  | 'rejected'
  | 'anew';

/** Why a request to the endpoint did not do its work; `sentence` tells the reviewer what to do. */
export class SyncProblem extends Error {
  readonly sentence: Sentence;

  constructor(
    readonly kind: ProblemKind,
    /** How long the endpoint asks to wait, in ms. */
    readonly waitMs: number | null = null,
  ) {
    super(`sync: ${kind}`);
    this.name = 'SyncProblem';
    this.sentence = say(`sync.problems.${kind}`);
  }
}

/** Problems that time does not solve: somebody has to change something. */
export function needsPeople(kind: ProblemKind): boolean {
  return ['insecure', 'permission', 'certificate', 'notEndpoint', 'password', 'noTeam', 'noRight'].includes(
    kind,
  );
}
