import { describe, expect, it } from 'vitest';
import { hostOf, pageKey, withoutSecrets } from '../../../utils/findings/url';

describe('withoutSecrets', () => {
  it.each([
    ['http://u:p@x.gov.cn/a', 'http://x.gov.cn/a'],
    ['http://x.gov.cn/a;jsessionid=AB12?id=3', 'http://x.gov.cn/a?id=3'],
    ['http://x.gov.cn/a?access_token=1&id=3&PHPSESSID=9', 'http://x.gov.cn/a?id=3'],
    ['http://x.gov.cn/a?sid=8f14e45fceea167a5a36dedd4bea2543', 'http://x.gov.cn/a'],
    ['http://x.gov.cn/#/detail?id=3&token=abc', 'http://x.gov.cn/#/detail?id=3'],
    ['http://x.gov.cn/cb#access_token=abc&expires_in=7200', 'http://x.gov.cn/cb'],
    ['http://x.gov.cn/a#part:~:text=%E9%80%9A%E7%9F%A5', 'http://x.gov.cn/a#part'],
    [
      'https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1&sn=a&chksm=b&key=c&uin=d&pass_ticket=e&scene=1#rd',
      'https://mp.weixin.qq.com/s?__biz=M&mid=2&idx=1&sn=a#rd',
    ],
  ])('takes the secret out of %s', (address, clean) => {
    expect(withoutSecrets(address)).toBe(clean);
  });

  it.each([
    'http://x.gov.cn/s?key=%B7%C0%D1%B4&code=3301&sid=12&page=2',
    'http://x.gov.cn/col/col1234/index.html?uid=5&pageNum=2#top',
    'https://x.gov.cn:8443/a%20b?q=a+b',
    'not a url',
  ])('leaves %s as it is', (address) => {
    expect(withoutSecrets(address)).toBe(address);
  });
});

describe('pageKey', () => {
  it.each([
    ['http://x.gov.cn/a/', 'https://x.gov.cn/a'],
    ['http://x.gov.cn/', 'http://x.gov.cn/index.html'],
    ['http://x.gov.cn/a?b=1&c=2', 'http://x.gov.cn/a?c=2&b=1&utm_source=wx#top'],
    ['http://X.gov.cn./a', 'http://x.gov.cn:80/a'],
  ])('takes %s and %s for one page', (one, other) => {
    expect(pageKey(one)).toBe(pageKey(other));
  });

  it.each([
    ['http://x.gov.cn/a?id=1', 'http://x.gov.cn/a?id=2'],
    ['http://x.gov.cn/#/a', 'http://x.gov.cn/#/b'],
    ['http://a.gov.cn/', 'http://b.gov.cn/'],
    ['http://x.gov.cn/a?page=1', 'http://x.gov.cn/a?page=2'],
  ])('tells %s and %s apart', (one, other) => {
    expect(pageKey(one)).not.toBe(pageKey(other));
  });
});

describe('hostOf', () => {
  it('drops www and is empty for what is no address', () => {
    expect(hostOf('http://www.x.gov.cn/a')).toBe('x.gov.cn');
    expect(hostOf('')).toBe('');
  });
});
