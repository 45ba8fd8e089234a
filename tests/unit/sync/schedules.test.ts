import { expect, it } from 'vitest';
import type { Entry } from '../../../utils/findings/entry';
import { conflictsOf, fold, seenBy, valueIn } from '../../../utils/findings/fold';
import { REMOVED } from '../../../utils/findings/removal';

/** How many random histories; a nightly run sets more (SCHEDULES=1000000). */
const SCHEDULES = Number(process.env.SCHEDULES ?? 100_000);
const FIELDS = ['status', 'unit', 'note', REMOVED];

interface Replica {
  log: Map<string, Entry>;
  outbox: Set<string>;
  since: number;
}

/** mulberry32: the same histories in every run. */
function dice(seed: number) {
  return (sides: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** One history: edits, batches whose answer is lost, pages that come twice or whose position is lost with the worker. */
function play(seed: number) {
  const roll = dice(seed);
  const feed: Entry[] = [];
  const stored = new Set<string>();
  const replicas: Replica[] = Array.from({ length: 2 + roll(2) }, () => ({
    log: new Map(),
    outbox: new Set(),
    since: 0,
  }));
  let made = 0;

  const edit = (replica: Replica, author: number) => {
    const field = FIELDS[roll(FIELDS.length)]!;
    const fields = { [field]: field === REMOVED ? roll(2) === 0 : roll(3) };
    const prev = seenBy(fold(replica.log.values()), fields);
    // An id stands for the hash; the clock may be anything.
    const entry: Entry = {
      _id: `e:${made++}`,
      v: 1,
      finding: 'f:1',
      author: String(author),
      device: String(author),
      hlc: `00000000000000${roll(9)}-0000-${author}`,
      fields,
      prev,
    };
    replica.log.set(entry._id, entry);
    replica.outbox.add(entry._id);
  };
  const push = (replica: Replica, answerLost: boolean) => {
    for (const id of replica.outbox) {
      if (!stored.has(id)) feed.push(replica.log.get(id)!);
      stored.add(id);
      if (!answerLost) replica.outbox.delete(id);
    }
  };
  const pull = (replica: Replica, limit: number, killed: boolean) => {
    const start = Math.max(0, replica.since - roll(2));
    const page = feed.slice(start, start + limit);
    if (killed) return;
    for (const entry of page) replica.log.set(entry._id, entry);
    replica.since = start + page.length;
  };

  for (let step = 8 + roll(12); step > 0; step--) {
    const author = roll(replicas.length);
    const replica = replicas[author]!;
    const act = roll(4);
    if (act < 2) edit(replica, author);
    else if (act === 2) push(replica, roll(2) === 0);
    else pull(replica, 1 + roll(3), roll(3) === 0);
  }
  for (const replica of replicas) push(replica, false);
  for (const replica of replicas) while (replica.since < feed.length) pull(replica, 5, false);
  return { made, feed, replicas };
}

it(`loses nothing, doubles nothing and ends equal everywhere in ${SCHEDULES} random histories`, () => {
  let disputed = 0;
  for (let seed = 0; seed < SCHEDULES; seed++) {
    const { made, feed, replicas } = play(seed);
    const folds = replicas.map((replica) => fold(replica.log.values()));
    const say = (index: number) => FIELDS.map((field) => folds[index] && valueIn(folds[index], field)).join();
    const equal = replicas.every((replica, index) => replica.log.size === made && say(index) === say(0));
    if (feed.length !== made || !equal) expect.fail(`history ${seed}`);
    if (folds[0] && conflictsOf(folds[0]).length > 0) disputed++;
    const conflicts = folds.map((folded) => (folded ? conflictsOf(folded).join() : ''));
    if (new Set(conflicts).size > 1) expect.fail(`history ${seed}: conflicts differ`);
  }
  // The histories are worth something only when reviewers often disagree in them.
  expect(disputed).toBeGreaterThan(SCHEDULES / 10);
}, 600_000);
