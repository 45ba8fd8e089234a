import { describe, expect, it } from 'vitest';
import { originsOf, platformOfHost, platformOfUrl, platforms } from '../../../utils/accounts/platform';

describe('platformOfHost', () => {
  it.each([
    ['weibo.com', 'weibo'],
    ['m.weibo.cn', 'weibo'],
    ['*.weibo.com', 'weibo'],
    ['mp.weixin.qq.com', 'wechat'],
    ['weixin.sogou.com', 'wechat'],
    ['space.bilibili.com', 'bilibili'],
    ['author.baidu.com', 'baijiahao'],
    ['tieba.baidu.com', 'tieba'],
    ['www.baidu.com', null],
    ['notweibo.com', null],
    ['www.yunhe-demo.gov.cn', null],
  ])('%s: %s', (host, platform) => {
    expect(platformOfHost(host)).toBe(platform);
  });
});

it('asks for each platform only where it is', () => {
  for (const platform of platforms) {
    for (const origin of originsOf(platform)) {
      expect(origin).toMatch(/^\*:\/\/(?:\*\.)?[\w.]+\.(?:com|cn)\/\*$/);
      expect(platformOfUrl(origin.replace('*://', 'https://').replace('*.', 'www.'))).toBe(platform);
    }
  }
});
