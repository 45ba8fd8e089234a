import { buildSite } from '../../layouts/build';
import { consultationArticle, consultationTitle } from '../../layouts/consultation';
import { mailboxRoutes } from '../../layouts/mailbox';
import { policyRoutes } from '../../layouts/policy';
import { type ScriptedRow, scriptedColumn } from '../../layouts/scripted';
import { type Column, DEMO_DAY, type Visit } from '../../site';
import { consultations } from '../departments/consultations';
import { housingSite } from '../departments/housing';
import { city } from './identity';
import { letters } from './letters';
import { news } from './news';
import { notices } from './notices';
import { interpretationColumn, policies, policyColumn } from './policies';

/** 部门公开: what the departments have published lately. */
const departments: Column = {
  name: '部门公开',
  path: '/zwgk/bmgk/',
  layout: 'spans',
  articles: [
    { at: '2024-04-10 10:00', title: '云河市教育局公布2024年义务教育招生工作安排' },
    { at: '2024-04-02 11:00', title: '云河市水务局公布一季度饮用水水质监测情况' },
    { at: '2024-03-18 09:30', title: '云河市民政局公布养老机构名录' },
  ],
};

/** 意见征集 of the portal collects the departments' consultations; its rows come by script. */
function consultationRows(visit: Visit): ScriptedRow[] {
  return [...consultations]
    .sort((a, b) => b.opens.localeCompare(a.opens))
    .map((one) => ({
      title: consultationTitle(one),
      href: visit.link(housingSite.identity.host, consultationArticle(one).path!),
      day: one.opens,
      status: one.closes < DEMO_DAY ? '已结束' : '征集中',
    }));
}

export const citySite = buildSite(city, {
  home: [news, notices, policyColumn, interpretationColumn],
  others: [departments],
  special: {
    ...policyRoutes(city, policies),
    ...mailboxRoutes(city, '市长信箱', letters),
    ...scriptedColumn(city, { name: '意见征集', path: '/hdjl/yjzj/', rows: consultationRows }),
  },
});
