import { cityAccounts } from '../accounts/city';
import { accountHosts } from '../accounts/site';
import type { Site } from '../site';
import { citySite } from '../sites/city/site';
import { countySites } from '../sites/counties/site';
import { housingSite } from '../sites/departments/housing';
import { industrySite } from '../sites/departments/industry';
import { policeSite } from '../sites/departments/police';

/** How notices name the platforms. */
const PLATFORMS = {
  wechat: '微信公众号',
  weibo: '微博',
  douyin: '抖音',
  kuaishou: '快手',
  toutiao: '今日头条',
  weishi: '微视',
  xiaohongshu: '小红书',
  bilibili: '哔哩哔哩',
  baijiahao: '百家号',
  tieba: '百度贴吧',
} as const;

/** Departments whose pages stand on hosts of their own and belong to the city's portal. */
const departments: readonly Site[] = [housingSite, policeSite, industrySite];

/** Every site that the inspection covers: the four portals of the ledger, and the departments. */
export const demoSites: readonly Site[] = [citySite, ...departments, ...countySites];

/** Browsers open these hosts by https only. */
const SECURE = /(toutiao|douyin)\.com$/;

/** The inspection of the demo, as its form is filled in. */
export const demoCampaign = {
  name: '2024年第一季度',
  checkpoint: '2024-04-18',
  region: '云河市',
  office: '云河市人民政府办公室',
};

/** The re-inspection after the notice, as its form is filled in. */
export const demoRecheck = {
  name: '2024年第一季度整改复查',
  checkpoint: '2024-05-10',
  region: '云河市',
  office: '云河市人民政府办公室',
};

/** The ledger of 云河市 as an office keeps it: 4 portals and 67 accounts, tab separated as a spreadsheet copies it. */
export function demoLedger(): string {
  return ledger('云河市政府网站与政务新媒体台账（2024年第一季度）', '');
}

/** The same ledger after the notice: the last account has been closed. */
export function demoRecheckLedger(): string {
  return ledger('云河市政府网站与政务新媒体台账（2024年5月）', '已注销');
}

function ledger(title: string, lastStatus: string): string {
  const rows: string[][] = [
    [title],
    ['序号', '新媒体类型', '网站或账号名称', '责任单位', '网址', '网站标识码', '镜像域名', '运行状态'],
  ];
  for (const site of [citySite, ...countySites]) {
    const { host, name, owner, siteId } = site.identity;
    const mirrors = site === citySite ? departments.map(({ identity }) => identity.host).join('、') : '';
    // The ledger still has the address of a site that has moved: it leads to the present one.
    rows.push(['政府网站', name, owner, `http://${site.formerHost ?? host}/`, siteId, mirrors, '']);
  }
  for (const { platform, name, unit, host, path } of cityAccounts) {
    rows.push([
      PLATFORMS[platform],
      name,
      unit,
      `${SECURE.test(host) ? 'https' : 'http'}://${host}${path}`,
      '',
      '',
      '',
    ]);
  }
  rows.at(-1)![6] = lastStatus;
  return rows.map((row, index) => (index < 2 ? row : [String(index - 1), ...row]).join('\t')).join('\n');
}

/** Hosts beyond the portal's that the reviewer of the demo has allowed. */
export const demoHosts: readonly string[] = accountHosts;
