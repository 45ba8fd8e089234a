import { describe, expect, it } from 'vitest';
import { recogniser } from '../../../../utils/campaign/roster/recognise';
import { anItem } from '../items';

const city = anItem({
  name: '市政府网',
  url: 'http://www.yunhe-demo.gov.cn/',
  code: '9900000001',
  hosts: ['yh.example.cn'],
});
const column = anItem({
  kind: 'column',
  name: '通知公告',
  url: 'http://www.yunhe-demo.gov.cn/tzgg/index.html',
});
const county = anItem({ name: '县政府网', url: 'http://xian.yunhe-demo.gov.cn/portal/' });
const weibo = anItem({
  kind: 'account',
  platform: 'weibo',
  name: '云河发布',
  url: 'https://weibo.com/u/1000001',
});
const wechat = anItem({ kind: 'account', platform: 'wechat', name: '云河公安', url: '' });
const items = [city, column, county, weibo, wechat];

describe('recogniser', () => {
  const find = recogniser(items);

  it.each([
    ['a page of a site', 'https://yunhe-demo.gov.cn/xw/a.html?x=1', city],
    ['a page of a column before its site', 'http://www.yunhe-demo.gov.cn/tzgg/202404/t1.html', column],
    ['a mirror host', 'http://yh.example.cn/xw/', city],
    ['a folder that is the site', 'http://xian.yunhe-demo.gov.cn/portal/xw/1.html', county],
    ['nothing outside that folder', 'http://xian.yunhe-demo.gov.cn/other/', null],
    ['nothing on another host', 'http://www.other.gov.cn/', null],
  ])('finds %s', (_, url, item) => {
    expect(find({ url })?.name).toBe(item?.name);
  });

  it('finds a site on an unknown host by its 标识码', () => {
    expect(find({ url: 'http://10.0.0.8/', siteCode: '9900000001' })).toBe(city);
  });

  it('finds an account by address, by id and by name, but never another platform’s', () => {
    expect(find({ url: 'https://weibo.com/u/1000001' })).toBe(weibo);
    const account = { platform: 'weibo' as const, id: '1000001', name: null };
    expect(find({ url: 'https://weibo.com/1000001/Nabc', account })).toBe(weibo);
    const named = { platform: 'wechat' as const, id: null, name: '云河公安' };
    expect(find({ url: 'https://mp.weixin.qq.com/s/abc', account: named })).toBe(wechat);
    expect(find({ url: 'https://weibo.com/u/2', account: { ...named, platform: 'weibo' } })).toBeNull();
  });

  it('follows a host that the address of an item led to', () => {
    const landed = recogniser(items, new Map([[county.id, ['https://www.xian.gov.cn/']]]));
    expect(landed({ url: 'https://www.xian.gov.cn/xw/' })).toBe(county);
  });
});
