import { say } from '../words';
import { isHan } from './normalise';
import type { Suggestion } from './suggestion';

/** A leader on the office's list, with every post that may be named before the name (市委副书记、市长). */
export interface Leader {
  name: string;
  titles: readonly string[];
  source: string;
}

/** Posts as they stand before a name, without what they belong to; 副 and the like are looked for before them. */
const POSTS =
  /(?:书记|省长|市长|县长|区长|州长|旗长|盟长|乡长|镇长|主席|主任|局长|厅长|部长|委员长|院长|检察长|秘书长|政委|司令员|处长|科长|站长|所长|校长|队长|常委|委员|组长)$/u;
/** What changes a post when it stands before it. */
const RANKS = /(?:常务副|第一副|副|代理|代)$/u;
/** Words before a post that speak of another time. */
const FORMER = /(?:时任|原任|原|前任|前|曾任|历任|已故|兼任过)$/u;
/** How far before the post such a word may stand (原云河市委副书记). */
const FORMER_REACH = 8;

/** What may follow a name of two characters; before anything else a third may belong to it (李明, 李明华). */
const AFTER_NAME =
  /^(?:$|[^一-鿿]|[主出参讲指强说介表在到率带赴会前同等和与为是对也作从向调深代致宣签听检督陪先亲一于以及要接走看慰召部批分担任兼的])/u;

/** Splits the posts of one leader as lists write them. */
export function titlesOf(text: string): string[] {
  return text
    .split(/[、，,;；/\s]+/u)
    .map((title) => title.trim())
    .filter(Boolean);
}

/**
 * Leaders whose name or post does not fit the office's list: a listed name after a post that is not theirs, and a post of
 * theirs before a name one slip away from theirs. `alike` tells whether two characters sound or look alike.
 */
export function findLeaders(
  text: string,
  leaders: readonly Leader[],
  alike: (one: string, other: string) => boolean,
): Suggestion[] {
  const names = new Set(leaders.map(({ name }) => name));
  const found = new Map<number, Suggestion>();
  for (const leader of leaders) {
    for (const title of wrongTitles(text, leader, leaders)) found.set(title.start, title);
    for (const name of wrongNames(text, leader, alike)) {
      if (!names.has(name.wrong)) found.set(name.start, name);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function wrongTitles(
  text: string,
  { name, titles, source }: Leader,
  leaders: readonly Leader[],
): Suggestion[] {
  const found: Suggestion[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const post = postBefore(text, at);
    // Two leaders of one name: either's posts will do.
    const allowed = leaders.filter((other) => other.name === name).flatMap((other) => other.titles);
    if (!post || !endsAt(text, at, name) || isFormer(text, at - post.length)) continue;
    if (allowed.some((title) => holds(title, post))) continue;
    found.push({
      start: at - post.length,
      end: at + name.length,
      wrong: post + name,
      right: allowed.length === 1 ? bare(titles[0]!) + name : '',
      score: 0.9,
      kind: 'term',
      level: 'likely',
      why: say('typos.why.leaderTitle', name, allowed.join('、'), source),
    });
  }
  return found;
}

function wrongNames(
  text: string,
  { name, titles, source }: Leader,
  alike: (one: string, other: string) => boolean,
): Suggestion[] {
  const found: Suggestion[] = [];
  for (const title of new Set(titles.map(bare))) {
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      const start = at + title.length;
      const given = text.slice(start, start + name.length);
      const post = postBefore(text, start);
      if (!post || !titles.some((one) => holds(one, post)) || isFormer(text, start - post.length)) continue;
      if (given === name || !endsAt(text, start, given) || !oneSlip(given, name, alike)) continue;
      found.push({
        start,
        end: start + name.length,
        wrong: given,
        right: name,
        score: 0.9,
        kind: 'term',
        level: 'likely',
        why: say('typos.why.leaderName', title, name, source),
      });
    }
  }
  return found;
}

/** The post with its rank that ends at `end`; '' when there is none. */
function postBefore(text: string, end: number): string {
  const post = POSTS.exec(text.slice(Math.max(0, end - 4), end))?.[0] ?? '';
  if (!post) return '';
  const rank = RANKS.exec(text.slice(Math.max(0, end - post.length - 3), end - post.length))?.[0] ?? '';
  return rank + post;
}

/** The post of a listed title with its rank, without the place or body that it belongs to. */
function bare(title: string): string {
  return postBefore(title, title.length) || title;
}

function endsAt(text: string, start: number, name: string): boolean {
  return name.length > 2 || AFTER_NAME.test(text.slice(start + name.length, start + name.length + 1));
}

function holds(title: string, post: string): boolean {
  return bare(title) === post || title === post;
}

function isFormer(text: string, start: number): boolean {
  for (let reach = 0; reach <= FORMER_REACH && start - reach >= 0; reach++) {
    const before = text.slice(Math.max(0, start - reach - 4), start - reach);
    if (reach > 0 && !isHan(text[start - reach] ?? '')) return false;
    if (FORMER.test(before)) return true;
  }
  return false;
}

/** One character sounds or looks like the right one, or two are swapped; the family name's too. */
function oneSlip(given: string, name: string, alike: (one: string, other: string) => boolean): boolean {
  if (given.length !== name.length || ![...given].every(isHan)) return false;
  const places = [...name].flatMap((right, place) => (given[place] === right ? [] : [place]));
  if (places.length === 1) return alike(given[places[0]!]!, name[places[0]!]!);
  const [one, two] = places;
  return places.length === 2 && two === one! + 1 && given[one!] === name[two] && given[two] === name[one!];
}
