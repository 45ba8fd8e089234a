import { describe, expect, it } from 'vitest';
import { addedHosts, covers, hostOfPattern, patternOf } from '../../utils/hosts';

describe('patternOf', () => {
  it.each([
    ['mirror.example.cn', '*://mirror.example.cn/*'],
    ['  https://mirror.example.cn/a/b?c=1 ', '*://mirror.example.cn/*'],
    ['http://10.1.2.3:8080/portal/', '*://10.1.2.3/*'],
    ['localhost:3000', '*://localhost/*'],
    ['政务.example.cn', '*://xn--zfr164b.example.cn/*'],
  ])('reads %j as %s', (typed, pattern) => {
    expect(patternOf(typed)).toBe(pattern);
  });

  it.each(['', '   ', 'intranet', 'http://', '*.cn', 'a b.cn', 'javascript:alert(1)'])(
    'refuses %j',
    (typed) => {
      expect(patternOf(typed)).toBeNull();
    },
  );
});

describe('addedHosts', () => {
  it('leaves out what the manifest and the screenshot permission bring', () => {
    const granted = ['*://*.gov.cn/*', '<all_urls>', '*://*/*', '*://b.example.cn/*', '*://a.example.cn/*'];
    expect(addedHosts(granted)).toEqual(['*://a.example.cn/*', '*://b.example.cn/*']);
  });

  it('shows a pattern as its host', () => {
    expect(hostOfPattern('*://a.example.cn/*')).toBe('a.example.cn');
  });
});

describe('covers', () => {
  it.each([
    ['*://www.example.cn/*', 'www.example.cn', true],
    ['*://www.example.cn/*', 'example.cn', false],
    ['*://*.weibo.com/*', 'weibo.com', true],
    ['*://*.weibo.com/*', 'passport.weibo.com', true],
    ['*://*.weibo.com/*', 'notweibo.com', false],
  ])('%s lets into %s: %s', (pattern, host, expected) => {
    expect(covers(pattern, host)).toBe(expected);
  });
});
