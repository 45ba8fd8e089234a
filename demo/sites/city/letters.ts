import type { Letter } from '../../layouts/mailbox';

/** 市长信箱: everything answered in time, the newest letter still within it. */
export const letters: readonly Letter[] = [
  {
    serial: 20240103,
    title: '关于公交线路早班发车时间的建议',
    sent: '2024-01-22 08:41',
    text: '我每天六点半上班，希望3路公交车早班能提前十分钟发车。',
    answer: {
      at: '2024-01-26 15:10',
      by: '云河市交通运输局',
      text: '您好！经与公交公司研究，3路公交车早班发车时间自2月1日起提前十分钟。感谢您的建议。',
    },
  },
  {
    serial: 20240217,
    title: '咨询新生儿医保参保手续',
    sent: '2024-02-27 20:05',
    text: '请问新生儿参加居民医保需要带哪些材料，可以在网上办理吗？',
    answer: {
      at: '2024-03-01 09:32',
      by: '云河市医疗保障局',
      text: '您好！凭户口簿可以在各乡镇便民服务中心办理，也可以在政务服务平台网上办理。',
    },
  },
  {
    serial: 20240402,
    title: '滨河路路灯不亮',
    sent: '2024-04-15 21:18',
    text: '滨河路北段有几盏路灯晚上不亮，请尽快维修。',
  },
];
