import { describe, expect, it } from 'vitest';
import type { Finding, Ignore } from '../../../utils/findings/finding';
import { hasExpired, ignoringOf, type Suspicion } from '../../../utils/findings/ignores';

const page = 'http://www.example.gov.cn/zwgk/';
const sibling = 'http://www.example.gov.cn/xwzx/';
const day = '2024-04-18';

function ignored(about: Partial<Suspicion>, ignore: Partial<Ignore>): Finding {
  return {
    ...{ url: page, check: '', quote: '', suggestion: '', column: '', status: 'ignored', deleted: false },
    ...about,
    ignore: { scope: 'page', reason: '本年度无人事变动', until: null, ...ignore },
  } as Finding;
}

const ask = (findings: Finding[], about: Partial<Suspicion>, on = day) =>
  ignoringOf(findings)({ url: page, check: '', quote: '', suggestion: '', ...about }, on) !== null;

describe('a rule', () => {
  const check = { check: 'lastUpdate' };
  it('is let be on its page, and on no other', () => {
    const findings = [ignored(check, { scope: 'page' })];
    expect(ask(findings, check)).toBe(true);
    expect(ask(findings, { ...check, url: sibling })).toBe(false);
    expect(ask(findings, { check: 'publishDate' })).toBe(false);
  });

  it('is let be on its whole site', () => {
    const findings = [ignored(check, { scope: 'site' })];
    expect(ask(findings, { ...check, url: sibling })).toBe(true);
    expect(ask(findings, { ...check, url: 'http://other.example.gov.cn/' })).toBe(false);
  });

  it('counts on the day of its expiry, and no longer after it', () => {
    const findings = [ignored(check, { until: day })];
    expect(ask(findings, check)).toBe(true);
    expect(ask(findings, check, '2024-04-19')).toBe(false);
    expect([hasExpired(findings[0]!, day), hasExpired(findings[0]!, '2024-04-19')]).toEqual([false, true]);
  });

  it('speaks again when the verdict is another', () => {
    const finding = { ...ignored(check, {}), status: 'confirmed' } as Finding;
    expect(ask([finding], check)).toBe(false);
  });
});

describe('a column', () => {
  const column = (name: string) => ({ check: 'boxUpdate', quote: name, column: name });
  const findings = [ignored(column('人事信息'), { scope: 'page' })];

  it('is let be alone: neither the other columns nor the rule are', () => {
    expect(ask(findings, column('人事信息'))).toBe(true);
    expect(ask(findings, column('通知公告'))).toBe(false);
    expect(ask(findings, { check: 'boxUpdate' })).toBe(false);
  });

  it('is not let be by words of the page that were', () => {
    const words = [ignored({ check: 'boxUpdate', quote: '人事信息', column: '首页' }, { scope: 'page' })];
    expect(ask(words, column('人事信息'))).toBe(false);
  });
});

describe('a word', () => {
  const typo = { check: 'typos', quote: '云合市', suggestion: '云河市' };

  it('is let be at its spot, on its page, on its site or everywhere', () => {
    const elsewhere = { ...typo, url: 'http://other.example.gov.cn/a' };
    expect(ask([ignored(typo, { scope: 'spot' })], typo)).toBe(true);
    expect(ask([ignored(typo, { scope: 'page' })], { ...typo, url: sibling })).toBe(false);
    expect(ask([ignored(typo, { scope: 'site' })], { ...typo, url: sibling })).toBe(true);
    expect(ask([ignored(typo, { scope: 'site' })], elsewhere)).toBe(false);
    expect(ask([ignored(typo, { scope: 'word' })], elsewhere)).toBe(true);
  });

  it('does not take other words of its page with it', () => {
    expect(
      ask([ignored(typo, { scope: 'page' })], { ...typo, quote: '权利清单', suggestion: '权力清单' }),
    ).toBe(false);
  });
});
