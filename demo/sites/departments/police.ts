import { paragraphs, table } from '../../html';
import type { Site } from '../../site';
import { column, departmentSite, noticeColumn } from './department';

/** 处法 for 处罚, 办里 for 办理, 限期改证 for 限期改正: meant to be found, and to be right once they are corrected. */
const WRONG = { penalty: '处法', handling: '办里', correction: '限期改证' };
const RIGHT = { penalty: '处罚', handling: '办理', correction: '限期改正' };

const powers = ({ penalty, handling, correction }: typeof WRONG) => [
  ['行政许可', '民用爆炸物品购买许可', '《民用爆炸物品安全管理条例》', '治安管理支队'],
  ['行政处罚', `对扰乱公共秩序行为的${penalty}`, '《中华人民共和国治安管理处罚法》', '治安管理支队'],
  ['行政确认', `居住登记和居住证${handling}`, '《居住证暂行条例》', '人口管理支队'],
  [
    '行政检查',
    `对旅馆业治安管理的检查，发现问题的责令${correction}`,
    '《旅馆业治安管理办法》',
    '治安管理支队',
  ],
  ['行政强制', '扣留机动车', '《中华人民共和国道路交通安全法》', '交通警察支队'],
];

/** 云河市公安局: the list of powers carries three wrong words. */
const police = (words: typeof WRONG): Site =>
  departmentSite({
    host: 'gaj',
    name: '云河市公安局',
    code: '0012',
    colour: '#1b3f7a',
    home: [
      column('警务动态', '/jwdt/', 'spans', [
        ['2024-04-17 17:10', '云河市公安局开展夜间巡逻防控行动'],
        ['2024-04-12 10:30', '云河市公安局组织反诈宣传进社区'],
        ['2024-04-07 09:00', '全市公安机关圆满完成清明期间安全保卫工作'],
      ]),
      noticeColumn([
        ['2024-03-26 11:00', '关于调整城区部分路段交通信号的通告'],
        ['2024-02-20 09:30', '关于公开招聘警务辅助人员的公告'],
      ]),
      column('权力清单', '/zwgk/qlqd/', 'spans', [
        {
          at: '2024-03-15 15:00',
          title: '2024年云河市公安局权力清单',
          text: `${paragraphs('根据机构职责和法律法规，现将云河市公安局2024年权力清单公布如下。')}
${table(
  ['序号', '权力类型', '权力名称', '实施依据', '实施主体'],
  powers(words).map((cells, index) => [index + 1, ...cells]),
)}`,
        },
      ]),
    ],
  });

export const policeSite = police(WRONG);

/** The same site after the wrong words were put right. */
export const policeSiteCorrected = police(RIGHT);
