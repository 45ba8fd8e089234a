import type { JudgedOutcome } from '../../utils/checks/check';
import type { Ignore } from '../../utils/findings/finding';
import type { Suspicion } from '../../utils/findings/ignores';
import { sendMessage } from '../../utils/messages';
import type { PageSnapshot } from '../../utils/page/snapshot';

/** The check that judges the several columns of one page. */
export const columnsCheck = 'boxUpdate';

/** The named columns of a home page that a reviewer let be, with why. A column's own page is let be as a whole. */
export function columnsLetBeOn({ kind, lists }: PageSnapshot): Promise<Map<string, Ignore>> {
  const columns = kind === 'home' ? lists.map((list) => list.name).filter((name) => name !== '') : [];
  return ignoredOf(columns, (column) => ({ check: columnsCheck, quote: column, suggestion: '', column }));
}

/** The checks whose 问题 or 待核 a reviewer let be on this page, with why. */
export function checksLetBe(outcomes: readonly JudgedOutcome[]): Promise<Map<string, Ignore>> {
  const wanting = outcomes.filter(({ kind }) => kind === 'fail' || kind === 'review');
  return ignoredOf(
    wanting.map(({ check }) => check),
    (check) => ({ check, quote: '', suggestion: '' }),
  );
}

/** Asks the background; where it does not answer, nothing is let be. */
async function ignoredOf(
  subjects: readonly string[],
  suspicionOf: (subject: string) => Omit<Suspicion, 'url'>,
): Promise<Map<string, Ignore>> {
  if (subjects.length === 0) return new Map();
  const suspicions = subjects.map((subject) => ({ url: location.href, ...suspicionOf(subject) }));
  const ignored = await sendMessage('ignoredOf', suspicions).catch(() => []);
  return new Map(subjects.flatMap((subject, i) => (ignored[i] ? [[subject, ignored[i]]] : [])));
}
