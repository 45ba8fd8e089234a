import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../utils/typos/engine';

let engine: Engine;
beforeAll(() => {
  engine = createEngine(readFileSync('public/models/typos.bin'));
});

const brief = (text: string, options = {}): string[] =>
  engine.check(text, options).map(({ wrong, right }) => `${wrong}>${right}`);

describe('the shipped model', () => {
  it.each([
    ['同音', '各部门要切实提高政治占位，狠抓落实。', '占>站'],
    ['形近', '请于本周五前将汇总表拔送至办公室，各地要认真负责，切实增强贵任感。', '贵>责'],
    ['模型不识之字', '人民檫察院依法提起公诉。', '檫>检'],
    ['音形皆异', '各村要做好垃圾分内工作。', '内>类'],
    ['五笔', '深入开展扫黑险恶专项斗争', '扫黑险恶>扫黑除恶'],
    ['固定名称', '中华人民共合国成立以来', '中华人民共合国>中华人民共和国'],
    ['词表', '周密布署各项工作', '布署>部署'],
    ['地名', '安徽省南京市', '安徽省南京市>江苏省南京市'],
  ])('finds %s: %s', (_, text, expected) => {
    expect(brief(text, { level: 'hint' })).toContain(expected);
  });

  it.each([
    '现将二〇二四年度部门预算公开如下，请社会各界监督。',
    '经局党组研究决定，对下列项目予以立项，公示期为五个工作日。',
    '办理时限：自受理之日起20个工作日；咨询电话：000-00000000。',
    'Version 2.1 (build 7781) released, see https://example.test/a?b=c.',
    '王梓萱、欧阳沐辰、赵芮溪三位同志获得表彰。',
    '被告人答辩认为，双方之间不存在买卖关系。',
    '粗铜由湿法冶炼得到，陶冶理智、轻松驰骋皆非错字。',
    '空缺名额按排位序号递补，弄脏款式不予退换。',
    '3 15 20 34.5% 0.8 -1.2 无 合格 1 2 3',
  ])('keeps quiet: %s', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('shows what is superfluous with what stays', () => {
    expect(brief('切实做好生态环境保护各项工作作安排部署。')).toContain('作作>作');
  });

  it('knows idioms that the language model has hardly seen', () => {
    expect(brief('环境对师生有迁移默化的熏陶作用。')).toContain('迁移默化>潜移默化');
    expect(brief('“迁移默化”一文获奖。')).toEqual([]);
    expect(brief('迁移默化')).toEqual([]);
    expect(brief('授人以鱼，不如授人以渔。')).toEqual([]);
  });

  it('takes odd words in a short quotation for meant, unless it is sure', () => {
    const levels = (text: string) => engine.check(text, { level: 'hint' }).map(({ level }) => level);
    expect(levels('各部门要切实提高政治占位，狠抓落实。')).not.toContain('hint');
    expect(levels('各部门要切实提高“政治占位”，狠抓落实。')).toEqual(['hint']);
  });

  it('takes a word in a bare name for meant, and what is no word for a slip', () => {
    expect(brief('司法公证')).toEqual([]);
    expect(brief('政务服物')).toEqual(['物>务']);
  });

  it('points into the text as it stands, blanks and emoji included', () => {
    const text = '😀 通 知：　周密布署，确保实效。';
    const [first] = engine.check(text);
    expect(text.slice(first!.start, first!.end)).toBe('布署');
  });

  it('leaves allowed words alone and always shows denied ones', () => {
    expect(brief('周密布署', { allow: ['布署'] })).toEqual([]);
    const deny = [{ wrong: '示范词', right: '模范词', kind: 'wording', source: '本单位' }] as const;
    expect(brief('使用示范词', { deny })).toEqual(['示范词>模范词']);
  });

  it('finds a slip that is made twice in a sentence, and leaves a name that stands there twice', () => {
    expect(brief('各村要及时清理河到，确保河到畅通。')).toEqual(['到>道', '到>道']);
    expect(brief('向农民讲解衣作物的种植，发放衣作物资料。')).toEqual(['衣>农', '衣>农']);
    expect(brief('小潢河发源于县境西部，小潢河全长三十公里。')).toEqual([]);
  });

  it('leaves figures, terms of a text and topics as they are', () => {
    expect(brief('在《金陵十三钗》里听到了南京话。')).toEqual([]);
    expect(brief('依法处以行政拘留伍日的处罚。')).toEqual([]);
    expect(brief('竞租人应当按时参加竞租会议，竞租结束后签订合同。')).toEqual([]);
    expect(brief('#赣青爱分享#目前，由全国青联主办的活动已经启动。')).toEqual([]);
  });

  it('takes a spelling that keeps coming back for meant', () => {
    const once = '各部门要切实提高政治占位。';
    expect(brief(once, { level: 'hint' })).toContain('占>站');
    const often = `${once}\n`.repeat(4);
    const shown = engine.check(often, { level: 'hint' }).filter(({ level }) => level !== 'sure');
    expect(shown).toEqual([]);
  });

  it('says nothing about an empty text', () => {
    expect(engine.check('')).toEqual([]);
    expect(engine.check('\n \n')).toEqual([]);
  });

  it('refuses bytes that are not a model', () => {
    expect(() => createEngine(new Uint8Array(16))).toThrow('model file');
  });
});
