/** Phrases that only spam uses on an office's page: gambling, pornography, drugs and forged papers. Kept as data, matched as they stand. */
export const spamPhrases: readonly string[] = [
  ...'百家乐 老虎机 时时彩 六合彩 北京赛车 pk10 真人娱乐 真人荷官 新葡京 澳门葡京 澳门威尼斯人 皇冠体育 投注平台 投注网 博彩网 博彩平台 博彩公司 娱乐城 亚博体育 亚博娱乐 bet365 开云体育 乐鱼体育 华体会 必威体育 凯发娱乐 凯发k8 永利娱乐 太阳城集团 彩票平台 彩票投注 棋牌游戏平台 捕鱼达人下载 现金网 网上赌场 在线赌场 线上赌场 飞艇计划 体育投注 竞彩投注 九游娱乐 jiuyou 金沙娱乐 银河国际娱乐 滚球投注'.split(
    ' ',
  ),
  ...'一区二区三区 国产精品 日韩欧美 无码高清 无码中文 成人视频 成人电影 成人影院 成人网站 黄色网站 黄色视频 情色 裸聊 约炮 援交 久久精品 亚洲色图 av在线 在线播放免费不卡 上门服务小姐 同城约会 楼凤'.split(
    ' ',
  ),
  ...'办证刻章 代开发票 迷药 催情药 听话水 蒙汗药 冰毒出售 枪支出售 代孕价格 私服发布 传奇私服 刷单兼职'.split(
    ' ',
  ),
];

/** Sentences that speak against such things. */
export const AGAINST =
  /打击|查处|查获|捣毁|整治|警惕|防范|严禁|禁止|举报|案件|犯罪|违法|宣传|扫黄|取缔|曝光|非法/;

const PATTERN = new RegExp(spamPhrases.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');

/** The spam phrases in a text, unless it speaks against them. */
export function spamIn(text: string): string[] {
  const found = text.match(PATTERN);
  return found && !AGAINST.test(text) ? [...new Set(found)] : [];
}
