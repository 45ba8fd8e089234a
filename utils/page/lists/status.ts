const STATUS =
  /^(?:进行中|征集中|正在征集|正在进行中?|未开始|已结束|已截止|已办结|办结|已回复|已处理|处理完成|已答复|已采纳|已反馈|受理中|办理中|正在处理中|正在办理|处理中|待处理|待审查|待回复|待办理|未回复|未答复|待受理|已受理|已转办)$/;

/** The status word of a row, when one of its cells is nothing else. */
export function statusOf(cells: readonly string[]): { status?: string } {
  for (const cell of cells) {
    const word = cell.replace(/[[\]【】()（）\s]|^状态[:：]/g, '');
    if (STATUS.test(word)) return { status: word };
  }
  return {};
}
