import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { QUICK } from '../../../utils/typos/care';
import { loadKnowledge } from '../../../utils/typos/knowledge';
import { type Knowledge, type Proposal, Proposer } from '../../../utils/typos/proposals';

let knowledge: Knowledge;
let proposer: Proposer;
beforeAll(() => {
  knowledge = loadKnowledge(readFileSync('public/models/typos.bin'));
  proposer = new Proposer(knowledge);
});

/** What is proposed for a text, whatever it is worth, and how often the context model was asked. */
function proposed(text: string, doubts: number): { proposals: Proposal[]; asked: number } {
  const judge = vi.spyOn(knowledge.context!, 'judge');
  const proposals = proposer.propose(proposer.ids(text), { ...QUICK, doubts });
  const asked = judge.mock.calls.length;
  judge.mockRestore();
  return { proposals, asked };
}

const ANYTHING = -100;

describe('the quick look', () => {
  it('asks the context model about what it could talk it into only', () => {
    // Something reads odd here, but nothing that would do better does by much.
    const text = '王梓萱、欧阳沐辰、赵芮溪三位同志获得表彰。';
    expect(proposed(text, ANYTHING).asked).toBeGreaterThan(0);
    expect(proposed(text, QUICK.doubts)).toEqual({ proposals: [], asked: 0 });
  });

  it.each([
    '各部门要切实提高政治占位，狠抓落实。',
    '请于本周五前将汇总表拔送至办公室，各地要认真负责，切实增强贵任感。',
    '各村要做好垃圾分内工作。',
  ])('leaves out only what nothing could make probable: %s', (text) => {
    const scored = (doubts: number) =>
      proposed(text, doubts).proposals.map(({ features, evidence, logit }) => ({
        features,
        logit: evidence?.[0] ?? logit,
      }));
    const hopeful = scored(QUICK.doubts);
    const all = scored(ANYTHING);
    expect(hopeful.length).toBeGreaterThan(0);
    for (const one of hopeful) expect(all).toContainEqual(one);
    for (const one of all) if (one.logit >= QUICK.doubts) expect(hopeful).toContainEqual(one);
  });
});
