import type { BlankColumn, Pager } from '../snapshot';
import type { Box, PageText } from '../text';
import { placeOf, runAt } from '../text';
import type { Group } from './groups';
import { columnKind } from './kind';
import { nameBefore } from './name';

const NOTHING =
  /^[\s（(【[]*(?:对不起[,，]?|抱歉[,，]?|该栏目|本栏目|此栏目|当前栏目|栏目|目前|当前)*\s*(?:暂无|暂时没有|没有(?:找到|查到|查询到)?|无|未(?:找到|查询到))(?:任何|相关|有关|最新|可用|符合条件的|您要的)*(?:信息|数据|内容|记录|文章|文件|公告|更新|列表|结果|发布)+[\s。.！!…）)】\]]*$/;
const ZERO = /(?:共|总数|总计|合计)\s?(?:有|计)?[:：]?\s?0\s?(?:条|项|篇|个?记录|件)/;
const BUILDING =
  /^[\s【[]*(?:该|本|此)?(?:栏目|页面|网页|板块|内容)?(?:正在)?(?:建设|更新|完善|整理|维护)中[\s…。.！!】\]]*$/;

/**
 * Columns that say that they have nothing: 暂无信息, 共 0 条, 建设中. A pager without any row counts too.
 *
 * @param own the page's own column name when the page is a column, else null.
 */
export function readBlankColumns(
  text: PageText,
  groups: readonly Group[],
  own: string | null,
  pager: Pager | null,
): BlankColumn[] {
  const blank: BlankColumn[] = [];
  for (const block of text.blocks) {
    if (block.text.length > 60 || block.role === 'footer') continue;
    if (!saysNothing(block.text)) continue;
    const start = text.starts[block.id]!;
    const box = runAt(text, start)?.box ?? null;
    if (box && groups.some((g) => isAround(g, box))) continue;
    const name = own ?? (box ? nameBefore(text, box, start)?.name : null) ?? '';
    if (blank.some((b) => b.name === name)) continue;
    const quote = block.text.trim();
    blank.push({
      name,
      kind: columnKind(name),
      quote,
      place: placeOf(text, start, start + block.text.length),
    });
  }
  const empty =
    own !== null && blank.length === 0 && groups.length === 0 && pager !== null && pager.items === null;
  if (empty && /[上下]一?页|尾页|末页/.test(pager.quote))
    blank.push({ name: own, kind: columnKind(own), quote: pager.quote, place: null });
  return blank;
}

function saysNothing(words: string): boolean {
  if (/[无没未]/.test(words) && NOTHING.test(words)) return true;
  return (
    (/[共总合]\D{0,6}0/.test(words) && ZERO.test(words)) ||
    (/[设新善理护]中/.test(words) && BUILDING.test(words))
  );
}

/** The words stand among the rows of a list (a column of a table, say), which is then not blank. */
function isAround(group: Group, box: Box): boolean {
  return group.rows[0]!.start <= box.start && box.end <= group.rows.at(-1)!.end;
}
