import { describe, expect, test } from 'vitest';
import { sameConsultation } from '../../../utils/consultations/match';
import { draftNames, plainName } from '../../../utils/consultations/names';
import { readConsultationTitle } from '../../../utils/consultations/title';

const calls = [
  '关于公开征求《云河市城市更新专项规划（征求意见稿）》意见的公告',
  '云河市住房和城乡建设局关于征求《云河市物业管理办法（征求意见稿）》意见的函',
  '关于向社会公开征集2024年度重大行政决策事项建议的公告',
  '《云河市燃气管理办法（修订草案征求意见稿）》公开征求意见公告',
  '关于对《关于印发有关情况说明的通知（征求意见稿）》公开征求意见的通知',
  '云河市公共服务满意度调查问卷',
  '关于征求2019年度云河市重点领域研发计划“...',
  '关于《云河市停车条例（草案）》听取意见的公告',
  '《云河市养犬管理办法（征求意见稿）》',
  '关于博物馆馆徽征集投票的通告',
];
const results = [
  '关于《云河市城市更新专项规划（征求意见稿）》公开征求意见采纳情况的说明',
  '《云河市物业管理办法》意见征集结果反馈',
  '关于公开征求《云河市燃气管理办法》意见情况的公告',
  '《云河市燃气管理办法（征求意见稿）》公开征求意见期间未收到意见的说明',
  '关于《云河市停车条例（草案）》征求意见的情况说明',
  '云河市公共服务满意度调查结果公布',
  '关于《云河市养犬管理办法（征求意见稿）》意见吸收采纳情况的反馈',
];
const neither = [
  '关于印发《云河市城市更新专项规划》的通知',
  '关于征集2024年中小学优秀教学案例的通知',
  '某项目采购需求征求意见公告',
  '《云河市养犬管理办法（征求意见稿）》起草说明',
  '市领导听取工作汇报',
  '关于进一步加强安全生产工作的实施意见',
  '2023年国民经济运行情况',
  '事故调查报告公布',
  '关于公开征集工程咨询服务单位的公告',
];

describe('titles', () => {
  test.each(calls)('call: %s', (title) => expect(readConsultationTitle(title)?.role).toBe('call'));
  test.each(results)('result: %s', (title) => expect(readConsultationTitle(title)?.role).toBe('result'));
  test.each(neither)('neither: %s', (title) => expect(readConsultationTitle(title)).toBeNull());
});

test('a name cut off with … is known as cut, nested names stay inside', () => {
  expect(draftNames('关于征求《云河市城市更新专项规划（征…')).toEqual([
    { text: '云河市城市更新专项规划（征', cut: true },
  ]);
  expect(
    draftNames('关于公开征求《甲办法》《关于修改《乙办法》的决定》意见的公告').map((n) => n.text),
  ).toEqual(['甲办法', '关于修改《乙办法》的决定']);
  expect(plainName('云河市燃气管理办法（修订草案征求意见稿）')).toBe('云河市燃气管理办法');
});

describe('a result answers its call', () => {
  const same = (call: string, result: string) =>
    sameConsultation(readConsultationTitle(call, true)!, readConsultationTitle(result, true)!);
  test.each([
    ['by its whole name', calls[0]!, results[0]!, true],
    ['when its name was cut', '关于公开征求《云河市城市更新专项规划（2022—…', results[0]!, false],
    ['when the list cut its title', '关于公开征求《云河市城市更新专…', results[0]!, true],
    ['not another draft', calls[0]!, results[1]!, false],
    [
      'by one of several names',
      '关于公开征求《云河市养犬管理办法（征求意见稿）》《云河市停车条例（征求意见稿）》意见的公告',
      results[4]!,
      true,
    ],
    [
      'by its subject when nothing is quoted',
      '关于公开征求云河市东湖片区控制性详细规划意见的公告',
      '云河市东湖片区控制性详细规划征求意见结果的公示',
      true,
    ],
  ] as const)('%s', (_, call, result, expected) => expect(same(call, result)).toBe(expected));
});
