import { describe, expect, it } from 'vitest';
import type { PageCapture } from '../../../utils/capture';
import type { JudgedOutcome } from '../../../utils/checks/check';
import { draftOf } from '../../../utils/findings/draft';
import { say } from '../../../utils/words';

const stale: JudgedOutcome = {
  check: 'lastUpdate',
  category: 'stale',
  kind: 'fail',
  reason: say('checks.lastUpdate.name'),
  evidence: [],
  facts: { lastUpdated: '2023-09-19', daysSince: 212 },
  clause: { id: 'V4a', text: '动态类栏目 2 周内更新', source: '国办秘函〔2019〕19号', verified: true },
};
const blank: JudgedOutcome = { ...stale, check: 'blankColumns', category: 'blank', facts: undefined };

const capture: PageCapture = {
  url: 'http://www.yunhe-demo.gov.cn/tzgg/',
  title: '通知公告',
  site: '云河市人民政府',
  siteCode: '6400000001',
  column: '通知公告',
  published: null,
  readAt: '2024-04-18T01:00:00.000Z',
  now: '2024-04-18',
  outcomes: [stale],
  about: null,
  description: '超期未更新',
  quote: '',
  object: 'site',
  platform: '',
  anchor: null,
  suggestion: '',
  sentence: '',
  verdict: null,
};
const noShot = { missing: say('noImage.notAllowed') };

describe('draftOf', () => {
  it('takes category, clause and numbers from the only problem of the page', () => {
    const { fields } = draftOf(capture, noShot);
    expect(fields).toMatchObject({
      category: 'stale',
      indicator: 'V4a',
      lastUpdated: '2023-09-19',
      daysSince: 212,
    });
    expect(fields.check).toBe('');
  });

  it('leaves the category open when several problems could be meant', () => {
    expect(draftOf({ ...capture, outcomes: [stale, blank] }, noShot).fields.category).toBeUndefined();
  });

  it('names the check when one outcome is recorded', () => {
    const { fields } = draftOf({ ...capture, outcomes: [stale, blank], about: blank }, noShot);
    expect(fields).toMatchObject({ check: 'blankColumns', category: 'blank', lastUpdated: null });
  });

  it('keeps the reason when there is no screenshot, and the image when there is one', () => {
    expect(draftOf(capture, noShot)).toMatchObject({ screenshot: null, missing: noShot.missing });
    const image = new Blob(['x']);
    const draft = draftOf(capture, { image, focus: null });
    expect(draft.screenshot).toBe(image);
    expect(draft.missing).toBeUndefined();
  });
});
