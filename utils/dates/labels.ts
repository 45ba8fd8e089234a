import { toHalfWidth } from './normalize';

/** What the words before a date say about it. */
export type LabelRole =
  | 'publish'
  | 'plain'
  | 'weak'
  | 'updated'
  | 'written'
  | 'printed'
  | 'effective'
  | 'expires'
  | 'closes'
  | 'generated'
  | 'mailbox'
  | 'event';

/** Words before a date, blanks removed, and what they mean. The longest ending wins, so order does not matter. */
const WORDS: readonly (readonly [LabelRole, string])[] = [
  [
    'publish',
    '发布 发表 发稿 公开 信息发布 文章发布 新闻发布 稿件发布 网上发布 网站发布 刊登 刊发 上传 上网 公布 公示 公告 录入 添加 推送 发表于 发布于 刊登于 创建 上线 加入 入库 提供 信息提供 发送 发帖 Published Posted Release Released',
  ],
  ['weak', '生成 信息生成 发文 发文发布 撰写 编辑'],
  ['updated', '更新 最后更新 最近更新 信息更新 修改 最后修改 Updated Modified'],
  ['written', '成文 写成 落款 签发 签署 制定 拟稿 形成'],
  ['printed', '印发 印制'],
  ['effective', '实施 施行 生效 执行 起始 开始 自'],
  ['expires', '失效 废止 终止 有效 有效期至 有效期截止'],
  [
    'closes',
    '截止 截至 截止到 结束 投标 投标截止 开标 报名 报名截止 递交 征集 征求意见 公示截止 反馈截止 公告截止',
  ],
  ['generated', '页面生成 生成页面 静态生成 归档 系统 当前 现在 今天是 打印'],
  [
    'mailbox',
    '留言 提交 写信 来信 受理 答复 回复 处理 办理 办结 咨询 提问 反馈 投诉 诉求 信件 收件 转办 接收 申请 登记 交办',
  ],
  [
    'event',
    '活动 会议 举办 召开 培训 考试 出生 拍摄 生产 成立 注册 批准 核准 任职 到期 举行 面试 体检 入职 参加 工作 任命 开放 办公 营业 上班 访问 预约 采访 直播 访谈 检查 抽样 采样 监测 发证 签订 成交 中标 合同 开工 竣工 施工 发生 事发 案发 处罚 决定 登录 下载',
  ],
];

/** What may stand between a label and its date: [发布日期] 2024-04-24, 发布日期：[2024-04-24]. */
const JOINT = /[\]】)]?:?[[【("“]*$/;
const NOUNS = ['日期', '时间', '时刻', '日', '于', '期限', '期'];
/** 截止期 ends something; 公示期 is a period and dates nothing. */
const PERIODS = ['公示', '公告', '公开', '公布', '发布', '提供'];
/** Labels that say enough without 日期 or a colon: 截止2024-04-24, 发布于2024-04-24. */
const BARE = new Set([
  '截止',
  '截止到',
  '截至',
  '发布于',
  '发表于',
  '刊登于',
  '自',
  '有效期至',
  '今天是',
  '现在',
]);

const ROLE_OF = new Map<string, LabelRole>();
for (const [role, words] of WORDS) for (const word of words.split(' ')) ROLE_OF.set(word, role);
/** Characters of the longest of these words. */
const LONGEST = Math.max(...[...ROLE_OF.keys()].map((word) => word.length));

/**
 * What the label right before a date says; null when there is none. It is read backwards from the date: joint, noun, word. (One
 * pattern of all the words takes longer to compile, in every page anew, than all of a page's labels take to look up.)
 *
 * @param before the text that ends where the date begins; 30 characters are enough. Blanks inside labels do not matter.
 */
export function labelBefore(before: string): { role: LabelRole; word: string } | null {
  const plain = toHalfWidth(before).replace(/\s+/g, '');
  const joint = JOINT.exec(plain)!;
  const body = plain.slice(0, joint.index);
  if (body === '') return null;
  const stems = NOUNS.filter((noun) => endsInNoun(body, noun)).map((noun) => body.slice(0, -noun.length));
  if (joint[0][0] === ':') stems.push(body);
  let label: { start: number; word: string } | null = null;
  for (const stem of stems) {
    const found = wordAtEnd(stem);
    if (found && (!label || found.start < label.start)) label = found;
  }
  const bare = label ? null : wordAtEnd(body);
  const word = label?.word ?? (bare && BARE.has(bare.word) ? bare.word : null);
  if (word !== null) return { role: ROLE_OF.get(word)!, word };
  const isPlain = body.endsWith('时间') || body.endsWith('日期') || /(?:time|date)$/i.test(body);
  return isPlain ? { role: 'plain', word: '' } : null;
}

function endsInNoun(body: string, noun: string): boolean {
  if (!body.endsWith(noun)) return false;
  return noun[0] !== '期' || !PERIODS.some((period) => body.endsWith(period + noun));
}

/** The longest word that ends a text, before 的 or 之 if it ends so. */
function wordAtEnd(text: string): { start: number; word: string } | null {
  const end = text.endsWith('的') || text.endsWith('之') ? text.length - 1 : text.length;
  for (let start = Math.max(0, end - LONGEST); start < end; start++) {
    const word = text.slice(start, end);
    if (ROLE_OF.has(word)) return { start, word };
  }
  return null;
}

/** Words that stand beside the publication date in a title block: 来源, 浏览次数, 字号 … */
export const TITLE_BLOCK_WORDS =
  /来源|信息源|浏览|(?<!相关|推荐|延伸|扩展|拓展|热门)阅读|点击|字号|字体|打印|作者|编辑|责编|访问|发布机构|发布单位|发布者|稿源|分享|供稿|撰稿|审核|大\s?中\s?小|查看|人气|次数|我要纠错|【|Source|Author|Views/;
