import { interpretationArticle, type Policy, policyArticle } from '../../layouts/policy';
import type { Column } from '../../site';

export const policies: readonly Policy[] = [
  {
    serial: 19,
    title: '云河市人民政府办公室关于印发云河市老旧小区加装电梯实施办法的通知',
    number: '云河政办发〔2024〕19号',
    index: '990000001/2024-00119',
    written: '2024-03-22',
    published: '2024-03-28',
    topic: '城乡建设、住房保障',
    text: [
      '各县人民政府，市政府各部门、各直属机构：',
      '《云河市老旧小区加装电梯实施办法》已经市政府常务会议审议通过，现印发给你们，请认真贯彻执行。',
      '第一条　为完善住宅使用功能，方便群众出行，结合本市实际，制定本办法。',
      '第二条　本办法适用于本市行政区域内四层以上、未设电梯的既有住宅。',
      '第三条　加装电梯应当遵循业主自愿、政府引导、保障安全的原则。',
    ],
    interpretation: {
      title: '《云河市老旧小区加装电梯实施办法》政策解读',
      published: '2024-03-28',
      text: [
        '一、出台背景。我市老旧小区中老年人口较多，加装电梯的愿望强烈，需要明确程序和责任。',
        '二、主要内容。办法共二十条，规定了申请条件、办理程序、资金筹集和后期维护。',
        '三、解读机关。云河市住房和城乡建设局。',
      ],
    },
  },
  {
    serial: 12,
    title: '云河市人民政府关于支持中小企业稳定发展若干措施的通知',
    number: '云河政发〔2024〕12号',
    index: '990000001/2024-00087',
    written: '2024-02-26',
    published: '2024-03-04',
    topic: '工业、交通',
    text: [
      '各县人民政府，市政府各部门、各直属机构：',
      '为帮助中小企业稳定生产经营，现提出以下措施。',
      '一、落实各项税费优惠政策，做到应享尽享。',
      '二、鼓励银行机构增加信用贷款，降低融资成本。',
      '三、及时清理拖欠企业账款，保护企业合法权益。',
    ],
    interpretation: {
      title: '《关于支持中小企业稳定发展若干措施的通知》政策解读',
      published: '2024-03-05',
      text: [
        '一、制定依据。根据国家有关规定，结合我市实际制定。',
        '二、适用对象。在本市依法登记的中小企业和个体工商户。',
      ],
    },
  },
  {
    serial: 7,
    title: '云河市人民政府办公室关于加强农村公路养护工作的实施意见',
    number: '云河政办发〔2024〕7号',
    index: '990000001/2024-00052',
    written: '2024-01-29',
    published: '2024-02-05',
    topic: '工业、交通',
    text: [
      '各县人民政府，市政府各部门、各直属机构：',
      '为进一步加强农村公路养护工作，保障群众安全便捷出行，现提出以下实施意见。',
      '一、明确养护责任。县级人民政府是农村公路养护的责任主体。',
      '二、落实养护资金。养护资金列入本级财政预算，专款专用。',
      '三、加强监督检查。每半年开展一次养护质量检查，检查结果向社会公布。',
    ],
    interpretation: {
      title: '《关于加强农村公路养护工作的实施意见》政策解读',
      published: '2024-02-06',
      text: [
        '一、起草背景。我市农村公路里程逐年增加，养护任务越来越重。',
        '二、主要内容。意见明确了养护责任、资金来源和检查办法。',
        '三、解读机关。云河市交通运输局。',
      ],
    },
  },
];

/** 政策文件: split date boxes. */
export const policyColumn: Column = {
  name: '政策文件',
  path: '/zwgk/zcwj/',
  layout: 'boxes',
  articles: policies.map(policyArticle),
};

export const interpretationColumn: Column = {
  name: '政策解读',
  path: '/zwgk/zcjd/',
  layout: 'spans',
  articles: policies.map(interpretationArticle),
};
