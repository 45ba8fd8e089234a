import { isShown, type Label } from './dom';
import type { AccountLimit, AccountSnapshot } from './snapshot';

type Notice = NonNullable<AccountSnapshot['notice']>;

/** What platforms write instead of an account or a post that is gone. */
const GONE: readonly { words: RegExp; kind: Notice['kind']; of: Notice['of'] }[] = [
  { words: /该内容已被发布者删除/, kind: 'deleted', of: 'post' },
  { words: /此内容因违规无法查看|此内容被投诉且经审核涉嫌侵权/, kind: 'banned', of: 'post' },
  { words: /该内容暂时无法查看|该公众号已迁移|参数错误/, kind: 'unavailable', of: 'post' },
  { words: /此?[账帐]号已?(?:自主|被)?注销|该?用户已注销|[账帐]号已注销/, kind: 'closed', of: 'account' },
  {
    words:
      /(?:[账帐]号|用户|UP主).{0,8}(?:被?封禁|被?封停|被?封号|被?冻结|被?屏蔽|被?禁言)|[账帐]号(?:状态)?异常/,
    kind: 'banned',
    of: 'account',
  },
  {
    words: /(?:用户|[账帐]号|UP主|主页|作者)(?:已)?不存在|你访问的用户不存在|查无此人/,
    kind: 'deleted',
    of: 'account',
  },
  {
    words:
      /(?:作品|视频|微博|笔记|文章|帖子|贴子|内容|页面|稿件).{0,6}(?:不存在|已?被?删除|找不到|不见了|已失效|已下架)|啊叻？视频不见了|抱歉，.{0,12}(?:不存在|有误)/,
    kind: 'deleted',
    of: 'post',
  },
];

const WALLS: readonly { words: RegExp; kind: AccountLimit['kind'] }[] = [
  {
    words: /环境异常|安全验证|验证码|拖动.{0,4}滑块|滑动.{0,8}验证|完成.{0,4}验证|百度安全验证|captcha/i,
    kind: 'captcha',
  },
  {
    words: /(?:请求|访问|操作).{0,4}(?:过于频繁|太频繁|被拦截|频次异常)|稍后再试|\b412\b|-352/,
    kind: 'rateLimit',
  },
  {
    words:
      /登录后(?:可|即可|才能|查看|浏览|继续|免费)|(?:请先|需要|立即|去)登录(?:后|再|查看)?$|扫码登录|手机号登录|短信登录|在微信客户端打开/,
    kind: 'login',
  },
  { words: /^(?:正在)?加载中?(?:\.|…|。)*$|^Loading/i, kind: 'loading' },
];

const LOGIN_HINT = /^(?:请先?登录|登录)(?:后|即可|以)?(?:可|即可|才能)?(?:查看|浏览|观看|解锁)/;
const EMPTY =
  /(?:还没有|暂未|暂无|没有)(?:发布|发表|任何|内容|作品|动态|微博|文章|视频|笔记|帖子).{0,10}$|空空如也|什么都没有|啥都没有/;
const END =
  /^-*\s*(?:(?:暂时)?没有更多(?:内容|数据|视频|作品|动态|笔记|文章|微博)?了?|已经?(?:到|全部加载)(?:底|完).{0,4}|到底(?:了|啦)|我是有底线的|THE END|- ?END ?-)[~～!！。.]*\s*-*$/i;

/** Words that close an account; the account must be named, since offices close many other things by notice. */
const CLOSURE =
  /(?:[账帐]号|公众号|微博号?|抖音号?|快手号?|头条号|百家号|新媒体).{0,20}(?:注销|停用|关停|停更|停止(?:更新|运营|运维|使用))|(?:注销|停用|关停|停止(?:更新|运营|运维)).{0,16}(?:[账帐]号|公众号|新媒体)/;

/** The words on the page that say that account or post is gone: the shortest label that does. */
export function goneNotice(labels: readonly Label[]): Notice | null {
  let found: Notice | null = null;
  for (const { text, element } of labels) {
    if (found && found.quote.length <= text.length) continue;
    const gone = GONE.find(({ words }) => words.test(text));
    if (gone && isShown(element)) found = { kind: gone.kind, of: gone.of, quote: text };
  }
  return found;
}

/** The shortest label that says so: what stands around it says more than that. */
function shortest(labels: readonly Label[], words: RegExp): string | null {
  return (
    labels
      .filter(({ text }) => words.test(text))
      .sort((a, b) => a.text.length - b.text.length)
      .find(({ element }) => isShown(element))?.text ?? null
  );
}

/** A wall between the reviewer and the posts: login, captcha, too many requests, still loading. */
export function wall(labels: readonly Label[], title: string): AccountLimit | null {
  for (const { words, kind } of WALLS) {
    const found = shortest(labels, words);
    if (found) return { kind, detail: found };
    if (kind === 'captcha' && words.test(title)) return { kind, detail: title };
  }
  return null;
}

/** Above posts that are shown: a hint that a visitor who is not logged in sees only some of them. */
export function loginHint(labels: readonly Label[]): AccountLimit | null {
  const found = shortest(labels, LOGIN_HINT);
  return found && found.length <= 24 ? { kind: 'login', detail: found } : null;
}

/** The words of a list that says that it holds nothing. */
export function emptyList(labels: readonly Label[]): AccountLimit | null {
  const found = shortest(labels, EMPTY);
  return found ? { kind: 'empty', detail: found } : null;
}

/** Whether the page says that its list has no more to load. */
export function listEnds(labels: readonly Label[]): boolean {
  return labels.some(({ text, element }) => END.test(text) && isShown(element));
}

/** The sentence that announces the closing of an account, or null. */
export function closureWords(text: string): string | null {
  return text.split(/[。！!？?\n]/).find((sentence) => CLOSURE.test(sentence)) ?? null;
}
