import { foldConsultations } from '../consultations/fold';
import type { Finding } from '../findings/finding';
import { inItsWords } from '../findings/surroundings';
import { pageKey } from '../findings/url';
import { maskPersonal } from '../privacy/find';
import { type Sentence, say } from '../words';
import type { ItemRecord, SeenPage } from './progress/record';

/**
 * What a new reading says about an earlier finding: unfixed = still there · fixed = 疑似已整改, the reviewer confirms ·
 * review = 待核, nothing certain can be said · unread = nobody has looked yet.
 */
export type Recheck = 'unfixed' | 'fixed' | 'review' | 'unread';

type Settled = Exclude<Recheck, 'unread'>;

export interface RecheckJudgement<State extends Recheck = Recheck> {
  state: State;
  reason: Sentence;
}

/** The page of a finding as it is now. `text` is its visible text; null when it could not be read. */
export interface NewReading {
  /** The page answered with an error, or shows that it is gone. */
  gone: boolean;
  text: string | null;
}

/**
 * Judges a finding about words by the page's text: still there, or gone with what was suggested in its place. A page that is
 * gone proves nothing: 待核, never 已整改.
 */
export function recheckWords(
  finding: Pick<Finding, 'quote' | 'suggestion' | 'sentence' | 'anchor'>,
  reading: NewReading,
): RecheckJudgement<Settled> {
  if (reading.gone) return { state: 'review', reason: say('recheck.gone') };
  if (reading.text === null) return { state: 'review', reason: say('recheck.unreadable') };
  // Findings hold the numbers of people covered.
  const text = plain(maskPersonal(reading.text));
  const { wrong, right } = inItsWords(finding);
  // The words before it make sure that the same words elsewhere do not count.
  const before = finding.anchor && plain(finding.anchor.prefix.slice(-8));
  const still = before === null ? plain(wrong) : before + plain(finding.quote);
  const replaced = before === null ? plain(right) : before + plain(finding.suggestion);
  const isReplaced = right !== '' && text.includes(replaced);
  // 座谈 is still there in 座谈会, which was suggested; 的 was there before in 的的.
  if (isReplaced && replaced.includes(still)) {
    return { state: 'fixed', reason: say('recheck.replaced', wrong, right) };
  }
  if (wrong && text.includes(still)) return { state: 'unfixed', reason: say('recheck.still', wrong) };
  if (wrong && text.includes(plain(wrong))) {
    return { state: 'review', reason: say('recheck.elsewhere', wrong) };
  }
  return isReplaced
    ? { state: 'fixed', reason: say('recheck.replaced', wrong, right) }
    : { state: 'review', reason: say('recheck.vanished', wrong) };
}

/**
 * Judges a finding by what the later campaign has read of the same item: the same check on the same page (or, for what is
 * matched across pages, on any page of the item).
 */
export function recheckOutcome(finding: Finding, record: ItemRecord | null): RecheckJudgement {
  if (!record) return { state: 'unread', reason: say('recheck.notOnRoster') };
  if (finding.category === 'consultation') {
    const answered = feedbackFor(finding, record.pages);
    if (answered) return { state: 'fixed', reason: say('recheck.feedback', answered) };
  }
  const page = record.pages.find((one) => pageKey(one.url) === pageKey(finding.url));
  if (!page) return { state: 'unread', reason: say('recheck.unread') };
  const said = page.rechecks.find((one) => one.finding === finding.id);
  if (said && finding.category === 'wording') return said;
  const outcome =
    page.outcomes.find((one) => one.check === finding.check) ??
    page.outcomes.find((one) => one.category === finding.category);
  if (!outcome) return { state: 'review', reason: say('recheck.silent') };
  const { lastUpdated, kind } = outcome;
  if (finding.lastUpdated && lastUpdated) {
    if (lastUpdated > finding.lastUpdated && kind === 'pass') {
      return { state: 'fixed', reason: say('recheck.updated', lastUpdated) };
    }
    if (kind === 'fail') return { state: 'unfixed', reason: say('recheck.stale', lastUpdated) };
  }
  if (kind === 'fail') return { state: 'unfixed', reason: say('recheck.again') };
  if (kind === 'pass') return { state: 'fixed', reason: say('recheck.passes') };
  // A closed consultation whose feedback nobody has seen is still without it, once its page was read again.
  if (finding.category === 'consultation') return { state: 'unfixed', reason: say('recheck.noFeedback') };
  return { state: 'review', reason: say('recheck.unclear') };
}

/** The title or place of the feedback that some page of the item shows for the finding's consultation; null without. */
function feedbackFor(finding: Finding, pages: readonly SeenPage[]): string | null {
  const seen = pages.map((page) => page.consultations).filter((one) => one !== null);
  const one = foldConsultations(seen).find(
    (call) =>
      call.seenOn.some((url) => pageKey(url) === pageKey(finding.url)) && namedIn(call.title, finding),
  );
  return one?.feedback ? one.feedback.quote : null;
}

function namedIn(title: string, finding: Finding): boolean {
  const texts = [finding.pageTitle, finding.quote].map(plain).join(' ');
  const name = plain(/《.*》/.exec(title)?.[0] ?? title);
  return texts.includes(name);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}
