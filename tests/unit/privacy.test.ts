import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorAt } from '../../utils/anchors/anchor';
import { findAnchor } from '../../utils/anchors/find';
import { coveredAnchor } from '../../utils/privacy/cover';
import { findPersonalNumbers, maskPersonal } from '../../utils/privacy/find';
import { isBankCard, isIdCard } from '../../utils/privacy/numbers';

const ID = '110101199001011237';

describe('numbers of people', () => {
  test('an ID card needs province, birthday and check digit', () => {
    expect(isIdCard(ID)).toBe(true);
    expect(isIdCard('110101199001011238')).toBe(false);
    expect(isIdCard('990101199001011237')).toBe(false);
    expect(isIdCard('110101199013011237')).toBe(false);
  });
  test('a bank card needs its prefix and Luhn', () => {
    expect(isBankCard('6217001234567890120')).toBe(false);
    expect([...'0123456789'].filter((d) => isBankCard(`621700123456789012${d}`))).toHaveLength(1);
  });
  test.each([
    ['统一社会信用代码 91110000100000000X', []],
    ['电话 010-59194056，邮编 100125', []],
    ['项目编号 202404010000123456', []],
    [`身份证 ${ID}。`, ['idCard']],
    ['手机 138-0000-1234', ['mobile']],
    ['张某某-13800001234.', ['mobile']],
    ['传真 0571-13800001234', []],
    ['卡号 6222 0212 3456 7890 128', ['bankCard']],
    // Another issuer's, or a code that passes by chance.
    ['编号 4367420011000001238', []],
    ['金额 13800001234.50 元', []],
    ['110101********1237', []],
  ])('%s', (text, kinds) => expect(findPersonalNumbers(text).map((n) => n.kind)).toEqual(kinds));
});

test('what is masked can neither be found again nor read', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fa5，。 ]{1,12}$/), (words) => {
      const text = `${words}${ID}${words}13800001234${words}`;
      const masked = maskPersonal(text);
      expect(masked).not.toContain(ID);
      expect(masked).toHaveLength(text.length);
      expect(findPersonalNumbers(masked).filter((n) => n.kind === 'idCard')).toEqual([]);
    }),
  );
});

describe('anchors without numbers of people', () => {
  const text = `补助名单\n张某某 身份证号：${ID} 金额 300 元\n李某某 手机 13800001234`;
  const anchor = (words: string) => anchorAt(text, text.indexOf(words), text.indexOf(words) + words.length);

  test('a quote that is a number is found again by the words before it', () => {
    const covered = coveredAnchor(anchor(ID))!;
    expect(JSON.stringify(covered)).not.toContain(ID);
    expect(covered.exact).toBe('张某某 身份证号：');
    expect(text.slice(covered.start, covered.end)).toBe(covered.exact);
    expect(findAnchor(text, covered)).toMatchObject({ start: covered.start, changed: false });
  });

  test('context is covered too, whole or in part, and offsets hold', () => {
    const covered = coveredAnchor(anchor('金额 300 元'))!;
    expect(covered.prefix).not.toMatch(/\d{4}/);
    expect(covered.suffix).not.toMatch(/\d{4}/);
    expect(covered).toMatchObject({ exact: '金额 300 元', start: text.indexOf('金额') });
    expect(findAnchor(text, covered)).toMatchObject({ start: covered.start });
  });

  test('a number with nothing before it leads nowhere', () => {
    expect(coveredAnchor(anchorAt(ID, 0, ID.length))).toBeNull();
  });
});
