import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { XlsxAnswer, XlsxMessage, XlsxTable } from '../utils/report/xlsx';
import { xlsxOf } from '../utils/report/xlsxFile';

/** Writes an Excel file, so that the workbench can be used, and the writing stopped, meanwhile. */
export default defineUnlistedScript(() => {
  const rows: XlsxTable['rows'] = [];
  const answer = (message: XlsxAnswer) => globalThis.postMessage(message);
  globalThis.addEventListener('message', ({ data }: MessageEvent<XlsxMessage>) => {
    if ('rows' in data) for (const row of data.rows) rows.push(row);
    else
      xlsxOf({ ...data.rest, rows }).then(
        (file) => answer({ file }),
        (error) => answer({ error: String(error) }),
      );
  });
});
