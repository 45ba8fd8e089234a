import { describe, expect, it } from 'vitest';
import {
  baijiahaoTime,
  bilibiliTime,
  bytedanceTime,
  kuaishouImage,
  weiboMid,
  weiboMidTime,
  xiaohongshuTime,
} from '../../../utils/accounts/idTime';

/** A Shanghai wall-clock time as an instant. */
const shanghai = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();

describe('微博', () => {
  it.each([
    ['4323047042991618', '2018-12-30 21:56:36'],
    ['5222785292174627', '2025-10-17 17:15:11'],
  ])('mid %s', (mid, time) => expect(weiboMidTime(mid)).toBe(shanghai(time)));

  it.each([
    ['J74OAhxtL', '2020-06-17 18:12:13'],
    ['J6INEAyUV', '2020-06-15 10:09:30'],
    ['J5cVGuUNq', '2020-06-05 11:11:05'],
    ['J4PGk4yMw', '2020-06-03 00:00:03'],
    ['J3B2NqFyZ', '2020-05-25 20:53:55'],
  ])('bid %s', (bid, time) => expect(weiboMidTime(weiboMid(bid)!)).toBe(shanghai(time)));

  it('keeps the leading zeros of each group', () => {
    expect(weiboMid('K3fnuEfZK')).toBe('4607741009594608');
  });

  it('refuses what is no id', () => {
    expect(weiboMid('profile')).toBeNull();
    expect(weiboMidTime('12')).toBeNull();
  });
});

describe('抖音 and 今日头条', () => {
  it.each([
    ['6961737553342991651', '2021-05-13 19:37:15'],
    ['6982497745948921092', '2021-07-08 18:17:24'],
    ['7665718789363309172', '2026-07-23 21:43:59'],
    ['6826943630775831812', '2020-05-15 13:47:59'],
    ['7505382061495176511', '2025-05-17 19:55:36'],
    ['7479446610359878153', '2025-03-08 22:32:48'],
    ['6363577276176531969', '2016-12-13 21:29:53'],
    ['7110037148060877325', '2022-06-17 10:55:25'],
  ])('%s', (id, time) => expect(bytedanceTime(id)).toBe(shanghai(time)));
});

describe('哔哩哔哩', () => {
  it.each([
    ['463864834570585963', '2020-12-02 00:32:28'],
    ['459720423056997502', '2020-11-20 20:30:02'],
    ['269459814293507419', '2019-06-27 03:21:42'],
  ])('%s', (id, time) => expect(bilibiliTime(id)).toBe(shanghai(time)));

  it('knows nothing of dynamics older than the counting', () =>
    expect(bilibiliTime('3500000000')).toBeNull());
});

describe('快手', () => {
  it('reads time and owner from a cover', () => {
    const src = `https://p2.a.yximgs.com/upic/2026/08/07/16/B${btoa('20260807162057_180534002_204769936242_1_3')}_B94b.jpg`;
    expect(kuaishouImage(src)).toEqual({ at: shanghai('2026-08-07 16:20:57'), userId: '180534002' });
  });

  it('reads the owner from a portrait', () => {
    const src = `https://p2.a.yximgs.com/uhead/AB/2019/05/23/16/B${btoa('20190523163208_555258693_2_hd883_32')}_s.jpg`;
    expect(kuaishouImage(src)?.userId).toBe('555258693');
  });

  it('refuses a picture of another shape', () => {
    expect(kuaishouImage('https://p2.a.yximgs.com/upic/2026/08/07/16/Bnot-base64_.jpg')).toBeNull();
    expect(kuaishouImage('https://static.example/logo.png')).toBeNull();
  });
});

describe('小红书 and 百家号', () => {
  it('reads the note id', () => {
    const seconds = Math.floor(Date.parse(shanghai('2024-04-16 09:08:07')) / 1000);
    expect(xiaohongshuTime(`${seconds.toString(16)}0000000012034567`)).toBe(shanghai('2024-04-16 09:08:07'));
    expect(xiaohongshuTime('zz1e1a470000000012034567')).toBeNull();
  });

  it('reads the article id', () => {
    const ms = Date.parse(shanghai('2023-06-12 02:41:00'));
    expect(baijiahaoTime(String(BigInt(ms) << 20n))).toBe(shanghai('2023-06-12 02:41:00'));
  });
});
