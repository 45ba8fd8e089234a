import { describe, expect, it } from 'vitest';
import { normalise } from '../../../utils/typos/normalise';

describe('normalise', () => {
  it.each([
    ['digits become one 0', '2024年12月', '0年0月'],
    ['full-width digits and letters too', '２０２４年ＡＢＣ', '0年a'],
    ['quotes are unified', '“三公”经费', '"三公"经费'],
    ['punctuation is full width', '(一)通知,公告', '（一）通知，公告'],
    ['a decimal point ends no sentence', '增长3.5个百分点', '增长0。0个百分点'],
    ['a full stop does', '完毕。下一步', '完毕。\n下一步'],
    ['a closing quote stays with its sentence', '说：“好。”会后', '说："好。"会后'],
    ['blanks between Chinese characters part phrases', '政务公开　办事指南', '政务公开\n办事指南'],
    ['blanks beside digits do not', '共 15 项', '共0项'],
    ['characters nobody sees are dropped', '公\u200b告', '公告'],
    ['a character beyond the BMP is one unit', '𠮷祥', '\ufffd祥'],
  ])('%s', (_, source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  it('points back into the source', () => {
    const source = '于 2024 年，𠮷祥镇';
    const { text, from, to } = normalise(source);
    const back = [...text].map((_, at) => source.slice(from[at], to[at]));
    expect(back).toEqual(['于', '2024', '年', '，', '𠮷', '祥', '镇']);
  });

  it('reads radicals and compatibility forms of PDF text as the characters they look like', () => {
    expect(normalise('\u2f2f作\uf9dd用').text).toBe('工作利用');
  });

  it('leaves normalised text as it is', () => {
    const once = normalise('(二)预算为3.5万元,见“附件1”。').text;
    expect(normalise(once).text).toBe(once);
  });
});
