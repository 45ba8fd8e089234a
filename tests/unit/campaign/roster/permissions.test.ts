import { expect, it } from 'vitest';
import { platformsToAllow } from '../../../../utils/campaign/roster/permissions';
import { anItem } from '../items';

const roster = [
  anItem({ kind: 'site' }),
  anItem({ kind: 'account', platform: 'tieba' }),
  anItem({ kind: 'account', platform: 'weibo' }),
  anItem({ kind: 'account', platform: 'weibo', name: '第二个' }),
];

it('asks for the platforms that the roster holds, and for nothing before', () => {
  expect(platformsToAllow([anItem({ kind: 'site' })], [])).toEqual([]);
  expect(platformsToAllow(roster, ['*://*.gov.cn/*'])).toEqual(['weibo', 'tieba']);
});

it('asks again only for what is not granted whole', () => {
  expect(platformsToAllow(roster, ['*://*.weibo.com/*', '*://*.weibo.cn/*'])).toEqual(['tieba']);
  expect(platformsToAllow(roster, ['*://*.weibo.com/*', '*://tieba.baidu.com/*'])).toEqual(['weibo']);
  expect(platformsToAllow(roster, ['*://*.weibo.com/*', '*://*.weibo.cn/*', '*://*.baidu.com/*'])).toEqual(
    [],
  );
  expect(platformsToAllow(roster, ['<all_urls>'])).toEqual([]);
});
