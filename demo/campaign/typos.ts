/** The wrong words of the demo's departments, and what should stand there: everything that is wrong with their texts. */
export const demoTypos: readonly {
  url: string;
  words: readonly (readonly [wrong: string, right: string])[];
}[] = [
  {
    url: 'http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html',
    words: [
      ['处法', '处罚'],
      ['办里', '办理'],
      ['限期改证', '限期改正'],
    ],
  },
  {
    url: 'http://gxj.yunhe-demo.gov.cn/zwgk/nb/202401/t20240124_1001.html',
    words: [
      ['建全', '健全'],
      ['反溃', '反馈'],
    ],
  },
];
