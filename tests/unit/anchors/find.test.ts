import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchorAt } from '../../../utils/anchors/anchor';
import { findAnchor } from '../../../utils/anchors/find';

const PAGE = [
  '首页 > 政务公开 > 通知公告',
  '关于做好2024年防汛工作的通知',
  '发布时间：2024-04-18 来源：市应急管理局',
  '各区县人民政府，市直各部门：',
  '为切实做好今年防汛工作，现就有关事项通知如下，请认真贯彻落实，并将落实情况于月底前报送市防汛办。',
  '一、提高思想认识，压实各级责任，坚持预防为主、防抗救相结合。',
  '二、加强值班值守，严格执行领导带班制度，发现险情及时上抱。',
  '附件：防汛物资储备清单',
].join('\n');

function anchorOf(words: string, text = PAGE): Anchor {
  const start = text.indexOf(words);
  return anchorAt(text, start, start + words.length);
}

function foundWords(text: string, anchor: Anchor): string | null {
  const found = findAnchor(text, anchor);
  return found && text.slice(found.start, found.end);
}

describe('findAnchor', () => {
  it.each(['上抱', '及时上抱', '为切实做好今年防汛工作', '附件', '防汛', '首页'])(
    'finds %s on the unchanged page',
    (words) => {
      expect(findAnchor(PAGE, anchorOf(words))).toEqual({ ...pick(anchorOf(words)), changed: false });
    },
  );

  it('survives a changed date line, an inserted paragraph and a corrected neighbour', () => {
    const anchor = anchorOf('及时上抱');
    const dated = PAGE.replace(
      '2024-04-18 来源：市应急管理局',
      '2024年5月1日 10:20 字号：大 中 小 来源：应急局',
    );
    const longer = dated.replace('一、提高', '为此，提出以下要求，望遵照执行。\n一、提高');
    const corrected = longer.replace('严格执行领导', '严格落实领导');
    for (const page of [dated, longer, corrected]) expect(foundWords(page, anchor)).toBe('及时上抱');
  });

  it('survives a paragraph put right before or right after the quote', () => {
    const anchor = anchorOf('为切实做好今年防汛工作');
    const before = PAGE.replace(
      '为切实',
      '根据上级部门的统一部署和有关文件的精神要求，结合我市工作实际情况，现通知如下。\n为切实',
    );
    const after = PAGE.replace(
      '，现就有关',
      '（含城市内涝、山洪灾害、地质灾害和水库安全度汛等各项工作），现就有关',
    );
    for (const page of [before, after]) expect(foundWords(page, anchor)).toBe('为切实做好今年防汛工作');
  });

  it('shows where the words stood after they were corrected, and says that they changed', () => {
    const fixed = PAGE.replace('上抱', '上报');
    expect(foundWords(fixed, anchorOf('上抱'))).toBe('上报');
    expect(findAnchor(fixed, anchorOf('险情及时上抱'))).toMatchObject({ changed: true });
  });

  it('is lost when the words are gone, though words alike stand elsewhere', () => {
    expect(
      findAnchor(
        PAGE.replace('二、加强值班值守，严格执行领导带班制度，发现险情及时上抱。\n', ''),
        anchorOf('及时上抱'),
      ),
    ).toBeNull();
    expect(findAnchor(PAGE.replaceAll('附件：防汛物资储备清单', ''), anchorOf('防汛物资'))).toBeNull();
    expect(findAnchor('', anchorOf('附件'))).toBeNull();
  });

  it('never moves to another row of a list when its own row is gone', () => {
    const row = (n: number) => `关于召开第${n}次常务会议的公告\n2024-0${n}-11\n已办结`;
    const list = [1, 2, 3, 4, 5].map(row).join('\n');
    const anchor = anchorAt(list, list.indexOf('第3次') - 4, list.indexOf('第3次') + 13);
    expect(foundWords(list, anchor)).toContain('第3次');
    const without = [1, 2, 4, 5].map(row).join('\n');
    expect(findAnchor(without, anchor)).toBeNull();
    const third = list.indexOf('已办结', list.indexOf('第3次'));
    expect(foundWords([0, 1, 2, 3, 4, 5].map(row).join('\n'), anchorAt(list, third, third + 3))).toBe(
      '已办结',
    );
    expect(findAnchor(without, anchorAt(list, third, third + 3))).toBeNull();
  });

  it('tells twins with the same surroundings apart only where they stood', () => {
    const twins = Array.from({ length: 30 }, () => '通知公告').join('\n');
    const anchor = anchorAt(twins, 50, 54);
    expect(findAnchor(twins, anchor)).toMatchObject({ start: 50 });
    expect(findAnchor(`新增\n${twins}`, anchor)).toBeNull();
  });

  it('finds any stretch of an unchanged page, or says that it is not sure; never another stretch', () => {
    fc.assert(
      fc.property(fc.nat(PAGE.length - 1), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const anchor = anchorAt(PAGE, start, Math.min(PAGE.length, start + length));
        expect(findAnchor(PAGE, anchor)).toEqual({ ...pick(anchor), changed: false });
      }),
      { numRuns: 500 },
    );
  });

  it('after one changed character, is right, or lost where a number changed', () => {
    let found = 0;
    const runs = 300;
    fc.assert(
      fc.property(
        fc.nat(PAGE.length - 12),
        fc.integer({ min: 8, max: 12 }),
        fc.nat(11),
        (start, length, at) => {
          const anchor = anchorAt(PAGE, start, start + length);
          const changed = `${PAGE.slice(0, start + (at % length))}口${PAGE.slice(start + (at % length) + 1)}`;
          const result = findAnchor(changed, anchor);
          if (!result) return;
          found++;
          expect(
            Math.abs(result.start - start) + Math.abs(result.end - (start + length)),
          ).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: runs },
    );
    expect(found / runs).toBeGreaterThan(0.9);
  });
});

function pick({ start, end }: Anchor): { start: number; end: number } {
  return { start, end };
}
