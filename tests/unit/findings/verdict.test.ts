import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../utils/findings/agreement';
import { type Entry, makeEntry } from '../../../utils/findings/entry';
import { type FieldChanges, type Finding, findingId, STATUSES } from '../../../utils/findings/finding';
import { type Folded, fold, seenBy } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { ignoringOf } from '../../../utils/findings/ignores';
import { trailOf } from '../../../utils/findings/trail';
import { ENOUGH_VERDICTS, isNoisy, trustOf } from '../../../utils/findings/trust';
import { fieldsOf, nextOf, objection, secondOpinion, type Verdict } from '../../../utils/findings/verdict';
import { viewOf } from '../../../utils/findings/view';

let ms = Date.UTC(2024, 3, 18);

function step(seen: Folded | null, author: string, fields: FieldChanges, finding = 'f:1'): Entry {
  const values = fields as Entry['fields'];
  const hlc = tick(null, ms++, author);
  return makeEntry({
    finding,
    author,
    device: author,
    hlc,
    fields: values,
    prev: seenBy(seen, values),
  });
}

/** A finding after these verdicts of one reviewer. */
function after(...verdicts: Verdict[]): Finding {
  const log = [step(null, '甲', { url: 'http://x.gov.cn/a', check: 'last-update', status: 'suspected' })];
  for (const verdict of verdicts) {
    expect(objection(viewOf(fold(log)!), verdict)).toBeNull();
    log.push(step(fold(log), '甲', fieldsOf(verdict, '甲')));
  }
  return viewOf(fold(log)!);
}

describe('a verdict', () => {
  it('goes from 待核 to 复查通过, each step with its author and time', () => {
    const finding = after(
      { to: 'confirmed' },
      { to: 'assigned', unit: '办公室', deadline: '2024-05-01' },
      { to: 'unfixed', rectification: '未按期' },
      { to: 'fixed', rectification: '已补发' },
      { to: 'passed', recheck: '通过' },
    );
    expect(finding).toMatchObject({
      status: 'passed',
      unit: '办公室',
      deadline: '2024-05-01',
      rectification: '已补发',
      recheck: '通过',
      reviewer: '甲',
      opinions: [{ author: '甲', verdict: 'confirmed' }],
    });
    expect(finding.recheckedAt).toBe(finding.updatedAt);
  });

  it('needs a reason to ignore and a unit to hand out, and cannot skip a step', () => {
    const ignore = { to: 'ignored', reason: ' ', scope: 'spot', until: null } as const;
    expect(objection(after(), ignore)?.key).toBe('findings.verdict.needsReason');
    expect(objection(after({ to: 'confirmed' }), { to: 'assigned', unit: '', deadline: null })?.key).toBe(
      'findings.verdict.needsUnit',
    );
    expect(objection(after(), { to: 'passed', recheck: '' })?.key).toBe('findings.verdict.notFromHere');
  });

  it('can reach every state, and leave it', () => {
    const reached = new Set(['suspected']);
    for (const status of reached)
      for (const next of nextOf(status as (typeof STATUSES)[number])) reached.add(next);
    expect([...reached].sort()).toEqual([...STATUSES].sort());
    for (const status of STATUSES) expect(nextOf(status).length).toBeGreaterThan(0);
  });

  it('taken back to 待核 leaves no reviewer, opinion or reason', () => {
    const finding = after({ to: 'ignored', reason: '例外', scope: 'page', until: null }, { to: 'suspected' });
    expect(finding).toMatchObject({
      status: 'suspected',
      reviewer: '',
      reviewedAt: null,
      ignore: null,
      opinions: [],
    });
  });
});

describe('two reviewers', () => {
  it('whose files are merged in any order agree or differ alike', () => {
    const log: Entry[] = [];
    const verdicts = ['confirmed', 'confirmed', 'ignored', null] as const;
    for (const [index, second] of verdicts.entries()) {
      const id = `f:${index}`;
      const first = step(null, '甲', { url: `http://x.gov.cn/${index}` }, id);
      const mine = step(fold([first]), '甲', fieldsOf({ to: 'confirmed' }, '甲'), id);
      log.push(first, mine);
      // Blind: written from the file as 甲 recorded it, before the verdict.
      if (second) log.push(step(fold([first]), '乙', secondOpinion('乙', second, '理由'), id));
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(log, { minLength: log.length }), (merged) => {
        const ids = [...new Set(merged.map((entry) => entry.finding))];
        const findings = ids.map((id) => viewOf(fold(merged.filter((entry) => entry.finding === id))!));
        const { judged, agreed, rate, disputed } = agreementOf(findings);
        expect({ judged, agreed, rate }).toEqual({ judged: 3, agreed: 2, rate: 2 / 3 });
        expect(disputed.map((finding) => finding.id)).toEqual(['f:2']);
        expect(findings.every((finding) => finding.conflicts.length === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('have no rate before anything was judged twice', () => {
    expect(agreementOf([after({ to: 'confirmed' })])).toMatchObject({ judged: 0, rate: null });
  });
});

describe('ignoring', () => {
  const about = { url: 'http://x.gov.cn/a', check: 'typo', quote: '上抱', suggestion: '' };
  const ignored = (scope: 'spot' | 'page' | 'site' | 'word', until: string | null = null) => {
    const log = [step(null, '甲', { ...about, quote: '上抱' }, findingId(about))];
    log.push(
      step(
        fold(log),
        '甲',
        fieldsOf({ to: 'ignored', reason: '人名', scope, until }, '甲'),
        findingId(about),
      ),
    );
    return ignoringOf([viewOf(fold(log)!)]);
  };
  const samePage = { ...about, quote: '别的' };
  const sameSite = { ...samePage, url: 'http://www.x.gov.cn/b' };
  const sameWord = { ...about, url: 'http://y.gov.cn/', check: 'term' };

  it.each([
    ['spot', [true, false, false, false]],
    ['page', [true, true, false, false]],
    ['site', [true, true, true, false]],
    ['word', [true, false, false, true]],
  ] as const)('%s reaches so far', (scope, expected) => {
    const ignoring = ignored(scope);
    const reached = [about, samePage, sameSite, sameWord].map((one) => ignoring(one, '2024-04-18') !== null);
    expect(reached).toEqual(expected);
  });

  it('of a suspected word reaches no other word of the page', () => {
    const word = { ...about, suggestion: '上报' };
    const log = [step(null, '甲', word)];
    log.push(
      step(fold(log), '甲', fieldsOf({ to: 'ignored', reason: '引文', scope: 'page', until: null }, '甲')),
    );
    const ignoring = ignoringOf([viewOf(fold(log)!)]);
    expect(ignoring(word, '2024-04-18')).not.toBeNull();
    expect(ignoring({ ...word, quote: '布署', suggestion: '部署' }, '2024-04-18')).toBeNull();
  });

  it('ends after its last day', () => {
    const ignoring = ignored('site', '2024-04-18');
    expect(ignoring(about, '2024-04-18')).not.toBeNull();
    expect(ignoring(about, '2024-04-19')).toBeNull();
  });
});

describe('trust', () => {
  const many = (check: string, status: Finding['status'], count: number) =>
    Array.from({ length: count }, () => ({ ...after(), check, status }));

  it('is the share of confirmed among decided, least trusted first', () => {
    const trust = trustOf([
      ...many('good', 'passed', 3),
      ...many('bad', 'ignored', 9),
      ...many('bad', 'confirmed', 1),
      ...many('new', 'suspected', 2),
    ]);
    expect(trust.map(({ check, share, waiting }) => [check, share, waiting])).toEqual([
      ['bad', 0.1, 0],
      ['good', 1, 0],
      ['new', null, 2],
    ]);
    expect(trust.map(isNoisy)).toEqual([true, false, false]);
  });

  it('is not lost over a few verdicts', () => {
    expect(isNoisy(trustOf(many('few', 'ignored', ENOUGH_VERDICTS - 1))[0]!)).toBe(false);
  });
});

describe('the trail', () => {
  it('says who did what, what it replaced, and when', () => {
    const log = [
      step(null, '甲', { url: 'http://x.gov.cn/a', note: 'a', 'evidence/1': { time: '' } } as FieldChanges),
    ];
    log.push(step(fold(log), '乙', { note: 'b' }));
    log.push(step(fold(log), '乙', fieldsOf({ to: 'confirmed' }, '乙')));
    log.push(step(fold(log), '乙', { 'evidence/2': { time: '' } } as FieldChanges));
    log.push(step(fold(log), '甲', { deleted: true }), step(fold(log), '丙', secondOpinion('丙', 'ignored')));
    const trail = trailOf([...log].reverse());
    expect(trail.map(({ author, kind, status }) => [author, kind, status])).toEqual([
      ['甲', 'recorded', null],
      ['乙', 'edited', null],
      ['乙', 'verdict', 'confirmed'],
      ['乙', 'seenAgain', null],
      ['甲', 'deleted', null],
      ['丙', 'opinion', null],
    ]);
    expect(trail[1]!.changes).toEqual([{ field: 'note', from: 'a', to: 'b' }]);
    expect(trail.map((one) => one.time)).toEqual(trail.map((one) => one.time).sort());
  });
});
