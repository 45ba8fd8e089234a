import { type Letter, mailboxRoutes } from '../../layouts/mailbox';
import { annualReport } from '../../layouts/report';
import { column, departmentSite, noticeColumn, reportColumn, workColumn } from './department';

const letters: readonly Letter[] = [
  {
    serial: 20231105,
    title: '人民公园健身器材损坏',
    sent: '2023-11-09 19:26',
    text: '人民公园西门的两台健身器材坏了很久，老人使用有危险，请尽快修理。',
  },
  {
    serial: 20240302,
    title: '小区门口的树枝遮挡路灯',
    sent: '2024-03-06 08:15',
    text: '学府路小区门口的树枝太密，晚上遮挡路灯，希望修剪。',
    answer: {
      at: '2024-03-11 10:00',
      by: '云河市园林事务中心',
      text: '您好！我中心已于3月9日完成修剪，感谢您对园林工作的支持。',
    },
  },
];

/** 云河市园林事务中心: the neglected site of the demo, outside the roster; one of each fault. */
export const gardensSite = departmentSite({
  host: 'ylzx',
  name: '云河市园林事务中心',
  code: '0019',
  colour: '#4a7a2c',
  home: [
    // Stale: nothing for more than two weeks.
    workColumn([
      ['2024-03-21 09:30', '园林事务中心开展行道树修剪'],
      ['2024-03-12 14:10', '园林事务中心组织义务植树'],
      ['2024-02-27 10:00', '城区公园春季补植工作启动'],
    ]),
    // Stale: nothing for more than six months, although a pinned row stands first.
    noticeColumn([
      { at: '2023-06-30 09:00', title: '关于公园开放时间的公告', pinned: true },
      ['2023-09-12 16:40', '关于中秋国庆期间公园活动安排的通知'],
      ['2023-05-17 11:20', '关于绿化养护服务采购结果的公告'],
    ]),
  ],
  others: [
    column('规划计划', '/ghjh/', 'spans', []),
    // Published after 31 January, two wrong words (座谈回 for 座谈会, 布署 for 部署), and 92 + 41 + 47 is not 186.
    reportColumn([
      {
        at: '2024-02-21 10:30',
        title: '云河市园林事务中心2023年政府信息公开工作年度报告',
        text: annualReport({
          overview: [
            '2023年，云河市园林事务中心按照上级统一布署，召开座谈回两次，全年主动公开政府信息186条，其中工作动态92条、通知公告41条、财政信息47条。',
          ],
          published: [
            ['工作动态', 92],
            ['通知公告', 41],
            ['财政信息', 47],
          ],
          total: 186,
          problems: '主要问题是信息更新不够及时。下一步将明确专人，加强日常检查。',
        }),
      },
    ]),
  ],
  special: {
    nav: [['主任信箱', '/hdjl/xx/']],
    routes: (identity) => mailboxRoutes(identity, '主任信箱', letters),
  },
});
