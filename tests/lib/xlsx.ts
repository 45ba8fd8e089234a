import type { Finding } from '../../utils/findings/finding';
import { type XlsxOptions, xlsxTable } from '../../utils/report/xlsx';
import { xlsxOf } from '../../utils/report/xlsxFile';

/** The Excel file of findings, without the worker that writes it in the workbench. */
export async function writeXlsx(findings: readonly Finding[], options: XlsxOptions): Promise<Blob> {
  return xlsxOf(await xlsxTable(findings, options));
}
