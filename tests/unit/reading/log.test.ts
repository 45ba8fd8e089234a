import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { daysOf } from '../../../utils/reading/days';
import { openReadingLog, type ReadingLog, type ReadPage } from '../../../utils/reading/log';

const read = (change: Partial<ReadPage> = {}): ReadPage => ({
  day: '2024-04-18',
  campaign: 'c:1',
  item: 'r:c:1/a',
  url: 'http://www.yunhe-demo.gov.cn/a.html',
  title: '甲',
  seconds: 10,
  share: 50,
  at: '2024-04-18T01:00:00.000Z',
  ...change,
});

let log: ReadingLog;
let serial = 0;
beforeEach(async () => {
  log = await openReadingLog(`reading-${++serial}`);
});
afterEach(() => log.close());

describe('the reading log', () => {
  it('adds time to a page of a day and keeps how far it was seen', async () => {
    await log.add(read());
    await log.add(read({ url: 'http://www.yunhe-demo.gov.cn/a.html#top', seconds: 5, share: 30 }));
    await log.add(read({ day: '2024-04-19', at: '2024-04-19T01:00:00.000Z', share: 95 }));
    const pages = await log.pagesOf('c:1');
    expect(pages.map(({ day, seconds, share }) => [day, seconds, share])).toEqual([
      ['2024-04-18', 15, 50],
      ['2024-04-19', 10, 95],
    ]);
    expect(daysOf(pages).map(({ day, seconds, toEnd }) => [day, seconds, toEnd])).toEqual([
      ['2024-04-19', 10, 1],
      ['2024-04-18', 15, 0],
    ]);
  });

  it('knows what was read, by campaign, and forgets it', async () => {
    await log.add(read());
    await log.add(read({ campaign: 'c:10', url: 'http://b.gov.cn/' }));
    const urls = ['http://www.yunhe-demo.gov.cn/a.html', 'http://b.gov.cn/'];
    expect(await log.wereRead('c:1', urls)).toEqual([true, false]);
    await log.forget('c:1');
    expect(await log.pagesOf('c:1')).toEqual([]);
    expect(await log.wereRead('c:10', urls)).toEqual([false, true]);
  });

  it('keeps no secrets of an address', async () => {
    await log.add(read({ url: 'http://a.gov.cn/x?token=secret&id=1' }));
    expect((await log.pagesOf('c:1'))[0]!.url).not.toContain('secret');
  });
});
