import type { PageText } from '../text';
import type { Group } from './groups';
import { withoutMore } from './name';

/** How the names of offices and places end. 新闻中心 and 办事大厅 are columns, 社区 and 专区 too. */
const UNIT =
  /^[\u3007\u3400-\u9fff]{1,18}(?:局|委|委员会|办公室|政府|部|厅(?<!大厅)|街道|街道办|办事处|镇|乡|[市州县旗]|(?<![社专园景校地])区|法院|检察院|大队|支队|学院|医院|集团|公司)$/;

/** Where the group begins when each of its parts stands under the name of an office: that name; null for other groups. */
export function beginningOfUnits(text: PageText, group: Group): number | null {
  const first = group.rows[0]!.start;
  if (group.start < first) return group.start;
  const above = text.all.slice(Math.max(0, first - 40), first);
  const words = above.trim().split('\n').at(-1)!;
  return isUnit(words) ? first - above.length + above.lastIndexOf(words) : null;
}

/** One line and nothing else: the name of an office, with or without 更多. */
export function isUnit(words: string): boolean {
  const line = words.trim();
  return line.length > 1 && line.length <= 30 && UNIT.test(withoutMore(line));
}
