import { say } from '../words';
import type { Check } from './check';
import { outcome, speaker } from './shared/outcome';

const speak = speaker('serviceGuide');

/** The eight key elements of a guide and the words under which pages show them. */
const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['name', /事项名称|办理|申[请领报]|服务名称|项目名称|办理事项|业务名称|职权名称/],
  ['basis', /设定依据|法律依据|办理依据|政策依据|实施依据|受理依据|法定依据/],
  [
    'conditions',
    /(?:申请|受理|办理|申报|审批|申领|享受|准予批准的?)条件|服务对象|办理对象|申请对象|适用范围|申请人/,
  ],
  ['materials', /(?:申请|办理|申报|所需|需提交|提交|应提供)(?:的)?(?:材料|资料|要件)|材料清单|材料目录/],
  [
    'place',
    /(?:办理|受理|办公|窗口|服务|现场)(?:的)?(?:地点|地址|窗口|机构|部门)|办事窗口|受理单位|地址[:：]/,
  ],
  ['time', /(?:办公|工作|受理|办理|服务|办事)时间|(?:办理|办结|承诺|法定)(?:办结)?(?:时限|期限)/],
  ['phone', /(?:咨询|联系|服务|监督|投诉|办公)(?:电话|热线|方式|途径)|电话[:：]/],
  [
    'process',
    /(?:办理|办事|服务|受理|审批|申请|申报|操作)(?:的)?(?:流程|程序|步骤)|流程图|办理方式|申请方式/,
  ],
];
/** Pages that call themselves guides; an article about a service is none. */
const GUIDE = /办事指南|服务指南|办理指南|办事流程|事项(?:详情|信息)|申[请报领]指南/;
/** Documents that regulate a service have their own form. */
const DOCUMENT = /印发|实施细则|管理办法|的通知|的公告|的通告/;

/** Which of the eight key elements does a service guide lack? */
export const serviceGuide: Check = {
  id: 'serviceGuide',
  category: 'service',
  reads: ['blocks', 'kind'],
  run(snapshot, { pack }) {
    const about = `${snapshot.headline ?? ''} ${snapshot.title} ${snapshot.breadcrumb.join(' ')}`;
    const named = GUIDE.test(about) && snapshot.lists.every((l) => !l.own);
    if (DOCUMENT.test(snapshot.headline ?? '')) return speak('notApplicable', 'noGuide');
    if (snapshot.kind !== 'guide' && !(named && snapshot.kind === 'article'))
      return speak('notApplicable', 'noGuide');
    const text = snapshot.blocks
      .filter((b) => b.main)
      .map((b) => b.text)
      .join('\n');
    const missing = ELEMENTS.filter(
      ([id, words]) => !words.test(id === 'name' ? `${text}\n${about}` : text),
    ).map(([id]) => id);
    if (missing.length === 0) return speak('pass', 'complete');
    const evidence = missing.map((id) => ({
      quote: '',
      note: say(`checks.serviceGuide.elements.${id}`),
      place: null,
    }));
    const limit =
      pack.indicators[pack.checks.serviceGuide ?? '']?.thresholds.missing?.value ?? Number.POSITIVE_INFINITY;
    const sure = snapshot.kind === 'guide' && named && snapshot.limits.length === 0;
    const kind = sure && missing.length >= limit ? 'fail' : 'review';
    return outcome(kind, say('checks.serviceGuide.missing', missing.length), evidence);
  },
};
