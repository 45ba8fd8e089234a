import type { Indicator } from '../pack';

const NATIONAL = '国办秘函〔2019〕19号 附件《政府网站与政务新媒体检查指标》';
const GUIDE = '国办发〔2017〕47号《政府网站发展指引》';

const plain = (id: string, clause: string, source: string, verified: boolean, veto = false): Indicator => ({
  id,
  clause,
  source,
  verified,
  veto,
  thresholds: {},
});

/** Safety, privacy, identity and links. */
export const safetyIndicators: Readonly<Record<string, Indicator>> = {
  'V1-safety': plain('V1-safety', '出现挂马、篡改、暗链、反动或色情赌博等违法信息', NATIONAL, true, true),
  'V1-privacy': plain('V1-privacy', '泄露国家秘密、公民个人信息等安全、泄密事故', NATIONAL, true, true),
  F: plain(
    'F',
    '页面底部标明主办单位、联系方式、网站标识码、ICP 备案号、公安备案号、党政机关标识和“我为政府网站找错”入口',
    GUIDE,
    true,
  ),
  'F-meta': plain('F-meta', '页面源代码应有网站、栏目、内容页面标签', GUIDE, true),
  D8: plain('D8', '文章注明来源；同一栏目不重复发布相同信息', NATIONAL, true),
  links: plain('links', '页面链接有效，不出现错链、断链', GUIDE, true),
  V6: {
    ...plain(
      'V6',
      '办事指南要素（事项名称、设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程）齐全',
      NATIONAL,
      false,
      true,
    ),
    thresholds: {
      missing: { value: 4, unit: 'count', source: NATIONAL, verified: false },
      items: { value: 5, unit: 'count', source: NATIONAL, verified: false },
    },
  },
  'F-domain': plain('F-domain', '政府网站应使用以 .gov.cn 为后缀的域名', GUIDE, true),
};

export const safetyChecks: Readonly<Record<string, string>> = {
  personalData: 'V1-privacy',
  spamWords: 'V1-safety',
  hiddenLinks: 'V1-safety',
  outboundLinks: 'V1-safety',
  titleMatch: 'V1-safety',
  garbledText: 'V1-safety',
  siteCode: 'F',
  footerMarks: 'F',
  standardMetas: 'F-meta',
  domainName: 'F-domain',
  linkAddresses: 'links',
  emptyLinks: 'links',
  attachmentLinks: 'links',
  deadLinks: 'links',
  duplicateItems: 'D8',
  articleSource: 'D8',
  serviceGuide: 'V6',
};
