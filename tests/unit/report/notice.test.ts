import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../../utils/accounts/platform';
import { defaultRequirements } from '../../../utils/campaign/campaign';
import { boardOf } from '../../../utils/campaign/progress/board';
import type { Finding } from '../../../utils/findings/finding';
import { findingsAnnex, summaryAnnex } from '../../../utils/report/notice/annexes';
import { writeDocx } from '../../../utils/report/notice/docx';
import { draftNotice, type NoticeInput } from '../../../utils/report/notice/notice';
import { RECTIFICATION_TEMPLATE, rectificationNotices } from '../../../utils/report/notice/rectification';
import { savedNotice } from '../../../utils/report/notice/saved';
import {
  filled,
  NOTICE_TEMPLATE,
  templateLines,
  templateObjection,
} from '../../../utils/report/notice/template';
import { titleLines } from '../../../utils/report/notice/title';
import { anItem, aRecord } from '../campaign/items';

const look = { author: '王', at: '2024-04-18T01:00:00.000Z' };
const site = anItem({ order: 1 });
const accounts = [2, 1, 1].flatMap((count, at) =>
  Array.from({ length: count }, (_, index) =>
    anItem({
      kind: 'account',
      platform: platforms[at]!,
      name: `账号${at}${index}`,
      unit: '云河市市场监督管理局',
      url: `https://example.com/${at}/${index}`,
      order: 2 + at * 10 + index,
    }),
  ),
);
const pass = { ruling: 'pass' as const, note: '', until: null, ...look };
const verdicts = { stale: pass, consultation: pass, wording: pass, account: pass };
const records = [site, ...accounts].map((item) => aRecord({ item, verdicts, lastLook: look }));

const aFinding = (change: Partial<Finding>) =>
  ({
    id: `f:${change.pageTitle}`,
    status: 'confirmed',
    deleted: false,
    unit: '云河市市场监督管理局',
    site: '',
    host: '',
    url: 'http://www.yunhe-demo.gov.cn/a.html',
    platform: '',
    indicator: 'M2',
    clause: '',
    description: '',
    note: '',
    quote: '',
    sentence: '',
    published: null,
    suggestion: '',
    column: '',
    lastUpdated: null,
    daysSince: null,
    checkpoint: '2024-04-18',
    createdAt: '2024-04-18T01:00:00.000Z',
    item: '',
    ...change,
  }) as Finding;

const findings = [
  aFinding({
    category: 'wording',
    pageTitle: '权力清单',
    quote: '处法',
    suggestion: '处罚',
    unit: '云河市公安局',
  }),
  aFinding({
    category: 'account',
    pageTitle: '微博',
    site: '云河市场监督',
    platform: 'weibo',
    lastUpdated: '2023-09-19',
    daysSince: 212,
    item: accounts[2]!.id,
  }),
  aFinding({
    category: 'consultation',
    pageTitle: '关于《规划（征求意见稿）》的公告',
    daysSince: 45,
    unit: '云河市住房和城乡建设局',
  }),
  aFinding({ category: 'wording', pageTitle: '未确认', quote: '建全', status: 'suspected' }),
];

const input: NoticeInput = {
  campaign: {
    name: '2024年第一季度',
    region: '云河市',
    office: '云河市人民政府办公室',
    checkpoint: '2024-04-18',
  },
  board: boardOf(records, findings, defaultRequirements, '2024-04-18'),
  findings,
  template: NOTICE_TEMPLATE,
  today: '2024-04-19',
  deadline: '2024-04-30',
  previous: null,
  annexes: ['检查情况汇总表', '问题清单'],
  categoryWords: (category) => `【${category}】`,
};

describe('draftNotice', () => {
  const blocks = draftNotice(input);
  const text = blocks.map((block) => block.text).join('\n');

  it('counts sites, accounts by platform and coverage from the board', () => {
    expect(text).toContain('政府网站1个、政务新媒体4个（微信公众号2个、微博1个、抖音1个）');
    expect(text).toContain('应查5个，已查5个，检查覆盖率100%');
    expect(text).toContain('政务新媒体4个中，发现问题的1个，合格率75%');
    expect(text).toContain('共发现问题3条，涉及3个单位');
  });

  it('groups confirmed findings and says unit, title, day and fact; suspected ones stay out', () => {
    expect(text).toContain(
      '云河市市场监督管理局的微博“云河市场监督”自2023年9月19日后未更新，至监测时间点已212天。',
    );
    expect(text).toContain(
      '云河市住房和城乡建设局的“关于《规划（征求意见稿）》的公告”已于2024年3月4日结束，未见公布采纳反馈情况',
    );
    expect(text).toContain('云河市公安局的《权力清单》中，“处法”疑似应为“处罚”。');
    expect(text).not.toContain('未确认');
  });

  it('takes the wrong words of one text as one problem, and shows a single character in its words', () => {
    const words = [
      aFinding({
        id: 'f:a',
        category: 'wording',
        pageTitle: '权力清单',
        published: '2024-03-15',
        quote: '证',
        suggestion: '正',
        sentence: '对旅馆业治安管理的检查，发现问题的责令限期改证',
        unit: '云河市公安局',
      }),
      aFinding({
        id: 'f:b',
        category: 'wording',
        pageTitle: '权力清单',
        published: '2024-03-15',
        quote: '处法',
        unit: '云河市公安局',
      }),
    ];
    const drafted = draftNotice({ ...input, findings: words });
    const point = drafted.find(({ text }) => text.startsWith('1．'))!;
    expect(point.text).toBe(
      '1．云河市公安局2024年3月15日发布的《权力清单》中，“限期改证”疑似应为“限期改正”；“处法”存在错误表述。',
    );
    expect(point.findings).toEqual(['f:a', 'f:b']);
    expect(drafted.map(({ text }) => text).join()).toContain('共发现问题1条，涉及1个单位');
  });

  it('reports what became of the last campaign, and who kept silent', () => {
    expect(text).not.toContain('复查合格率');
    const unit = { unit: '乙局', total: 2, passed: 1, unanswered: 1, silent: true };
    const rate = { total: 4, passed: 3, percent: 75, units: [unit] };
    const drafted = draftNotice({ ...input, previous: { name: '2023年第四季度', rate } });
    expect(drafted.map((block) => block.text)).toContain(
      '2023年第四季度检查发现的4条问题，经复查，整改合格3条，复查合格率75%。逾期未反馈整改情况的单位：乙局。',
    );
  });

  it('traces every sentence about a finding to it', () => {
    for (const block of blocks.filter(({ role, text }) => role === 'paragraph' && /^\d+．/.test(text)))
      expect(block.findings).toHaveLength(1);
    expect(new Set(blocks.flatMap((block) => block.findings)).size).toBe(3);
  });

  it('leaves no placeholder unfilled and survives its own storage', () => {
    expect(text).not.toMatch(/[{}]/);
    expect(savedNotice(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
    expect(savedNotice(null)).toBeNull();
  });
});

describe('templates', () => {
  it('keep a name that nobody knows, so that it is seen', () => {
    expect(filled('{地区}的{不明}', { 地区: '云河市' })).toBe('云河市的{不明}');
  });

  it('know the role of a line by its mark', () => {
    expect(
      templateLines('标题：甲\n\n一、乙\n（一）丙\n（一）丁。戊\n{主要问题}').map(({ role }) => role),
    ).toEqual(['title', 'heading', 'subheading', 'paragraph', 'expand']);
  });

  it('are refused when the problems would be missing', () => {
    expect(templateObjection(NOTICE_TEMPLATE, '主要问题')).toBeNull();
    expect(templateObjection(RECTIFICATION_TEMPLATE, '问题')).toBeNull();
    expect(templateObjection('标题：通报\n见{主要问题}。', '主要问题')).toMatchObject({
      key: 'notice.lacksLine',
      args: ['{主要问题}'],
    });
    expect(templateObjection('PK\0\0', '问题')).toMatchObject({ key: 'notice.notTemplate' });
  });
});

describe('annexes', () => {
  it('sum up by platform and mark numbers that nobody has confirmed', () => {
    expect(summaryAnnex(input.board).rows.at(-1)).toEqual(['合计', '5', '5', '1', '0', '80%']);
    const { rows } = findingsAnnex(findings, input.categoryWords, new Set(['M2']));
    expect(rows.map((row) => row[4])).toEqual(Array(3).fill('M2（数值待核实）'));
  });
});

describe('rectificationNotices', () => {
  it('writes one per unit with its findings, the deadline and a return form', () => {
    const notices = rectificationNotices({
      ...input,
      template: RECTIFICATION_TEMPLATE,
      unverified: new Set(['M2']),
    });
    expect(notices.map(({ unit }) => unit)).toEqual([
      '云河市住房和城乡建设局',
      '云河市公安局',
      '云河市市场监督管理局',
    ]);
    const { blocks, annexes } = notices[1]!;
    const text = blocks.map((block) => block.text).join('\n');
    expect(text).toContain('云河市公安局：');
    expect(text).toContain('处法');
    expect(text).not.toContain('微博');
    expect(text).toContain('2024年4月30日前');
    expect(text).toContain('依据：M2（数值待核实）');
    expect(annexes[0]).toMatchObject({ rows: [['1', expect.stringContaining('处法'), '', '', '']] });
    expect(annexes[0]!.foot).toContain('填报单位（盖章）：云河市公安局');
  });
});

describe('titleLines', () => {
  it.each([
    ['云河市2024年第一季度检查情况通报', ['云河市2024年第一季度检查情况通报']],
    [
      '云河市2024年第一季度政府网站与政务新媒体检查情况通报',
      ['云河市2024年第一季度政府网站与', '政务新媒体检查情况通报'],
    ],
  ])('breaks %s between words', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  it('loses nothing, whatever the title', () => {
    const long = '关于云河市人民政府办公室所属各部门各单位政府网站与政务新媒体日常监测和季度抽查情况的通报';
    expect(titleLines(long).join('')).toBe(long);
    expect(titleLines(long)).toHaveLength(3);
    expect(titleLines('')).toEqual(['']);
  });
});

describe('writeDocx', () => {
  it('lays the text out as an official document', async () => {
    const blob = await writeDocx({ blocks: draftNotice(input), annexes: [summaryAnnex(input.board)] });
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    const xml = new TextDecoder().decode(files['word/document.xml']);
    expect(xml).toContain('政务新媒体4个（微信公众号2个、微博1个、抖音1个）');
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toMatch(/<w:pgSz w:w="11905" w:h="16837"/);
    expect(xml).toMatch(/附件：1．检查情况汇总表.*2．问题清单.*云河市人民政府办公室/);
    // Quotation marks are East Asian ones only by this hint.
    expect(xml).not.toMatch(/<w:rFonts (?![^>]*w:hint="eastAsia")/);
  });
});
