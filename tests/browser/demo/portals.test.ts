import { expect, test } from 'vitest';
import { demoSites } from '../../../demo/campaign/ledger';
import { DEMO_DAY, type Visit } from '../../../demo/site';
import { siteChecks } from '../../../utils/checks/registry';
import { judge } from '../../../utils/checks/run';
import { defaultPack } from '../../../utils/indicators/packs';
import { readPage } from '../../../utils/page/read';
import { openPage } from '../../lib/openPage';

/** Its rows come by script from the portal, which is not there; end-to-end tests open it. */
const SCRIPTED = 'http://www.yunhe-demo.gov.cn/hdjl/yjzj/';

/** Every page of the roster's portals and of the departments that belong to them. */
const pages = demoSites.flatMap(({ identity, routes }) =>
  Object.entries(routes).flatMap(([path, route]) => {
    const url = `http://${identity.host}${path}`;
    const visit: Visit = { url: new URL(url), link: (host, to) => `http://${host}${to}` };
    const { body, type = 'text/html' } = route(visit);
    return type.startsWith('text/html') && typeof body === 'string' && url !== SCRIPTED
      ? [{ url, body }]
      : [];
  }),
);

test('at the demo’s day the portals have one consultation without feedback, and no 问题', () => {
  expect(pages.length).toBeGreaterThan(80);
  const said = pages.flatMap(({ url, body }) => {
    const { snapshot } = readPage(openPage(body), { url, now: Date.parse(`${DEMO_DAY}T12:00:00+08:00`) });
    return judge(snapshot, { now: DEMO_DAY, pack: defaultPack }, siteChecks).map((outcome) => ({
      ...outcome,
      url,
    }));
  });
  expect(said.filter(({ kind }) => kind === 'fail').map(({ check, url }) => `${check} ${url}`)).toEqual([]);
  // Whether the feedback stands elsewhere, one page cannot tell: it says 待核 wherever the consultation is shown.
  const doubts = said.filter(({ check, kind }) => check === 'consultationFeedback' && kind === 'review');
  expect(doubts.map(({ url }) => url).sort()).toEqual([
    'http://zjj.yunhe-demo.gov.cn/',
    'http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/',
    'http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/zj_1.html',
  ]);
});
