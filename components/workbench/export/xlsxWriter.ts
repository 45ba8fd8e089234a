import { browser } from 'wxt/browser';
import type { XlsxAnswer, XlsxMessage, XlsxTable } from '../../../utils/report/xlsx';
import { breathed } from '../../shared/breath';

/** Rows handed over at once: copying them holds the page up. */
const BATCH = 2_000;

/** Has a worker write the Excel file; `signal` ends the worker at any moment. */
export async function writtenByWorker({ rows, ...rest }: XlsxTable, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted();
  const worker = new Worker(browser.runtime.getURL('/xlsx-worker.js' as never));
  const send = (message: XlsxMessage) => worker.postMessage(message);
  try {
    const answer = answerOf(worker, signal);
    answer.catch(() => {});
    for (let start = 0; start < rows.length; start += BATCH) {
      send({ rows: rows.slice(start, start + BATCH) });
      await breathed();
      signal.throwIfAborted();
    }
    send({ rest });
    return await answer;
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<XlsxAnswer>) =>
      'file' in data ? resolve(data.file) : reject(new Error(data.error));
  });
}
