import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
