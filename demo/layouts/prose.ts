import { paragraphs } from '../html';

const openings = [
  '有关部门围绕年度重点任务，深入基层一线开展调研，实地了解工作推进情况，现场研究解决存在的困难和问题。',
  '今年以来，云河市坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，统筹推进各项工作，取得了阶段性成效。',
  '为进一步提高工作质量和服务水平，市有关单位认真落实工作部署，细化任务分工，明确完成时限，确保各项措施落到实处。',
];

const middles = [
  '会议要求，各县区、各部门要提高思想认识，压实工作责任，加强协调配合，形成工作合力。要坚持问题导向，逐项制定整改措施，做到件件有着落、事事有回音。',
  '工作人员逐户走访，详细询问生产生活情况，认真听取意见建议，对群众提出的问题当场答复；不能当场答复的，登记后转有关部门限期办理。',
  '项目建成后，将进一步改善周边居民的出行和居住条件，为全市经济社会发展提供有力支撑。目前，施工单位正在抢抓工期，加快推进后续建设。',
];

const endings = [
  '下一步，市有关部门将继续加强监督检查，及时总结经验，推动各项工作再上新台阶。',
  '据了解，相关工作将于年内全部完成，具体进展情况将通过云河市人民政府网站及时向社会公布。',
  '广大市民如有意见和建议，可以通过政务服务便民热线12345或者网站信箱反映。',
];

/** Ordinary prose for an article that has no text of its own: the same title always gives the same text. */
export function prose(title: string, day: string): string {
  const seed = [...title].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0);
  const [, month, date] = day.split('-').map(Number);
  return paragraphs(
    `${month}月${date}日，${title}。${openings[seed % 3]}`,
    middles[(seed >> 1) % 3]!,
    endings[(seed >> 2) % 3]!,
  );
}
