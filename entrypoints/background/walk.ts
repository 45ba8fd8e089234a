import { browser } from 'wxt/browser';
import { civilOfInstant } from '../../utils/dates/civil';
import { onMessage, sendMessage } from '../../utils/messages';
import type { FetchedReading, ReadingRequest } from '../../utils/walk/fetched';
import { readFetched } from '../offscreen/reading';
import { judging } from './campaign';
import { ensureOffscreenPage } from './offscreen';
import { recordVisit } from './visits';

/** ms until a link that does not answer is given up. */
const PATIENCE = 8_000;

/** Answers pages on which the reviewer pressed 逐条核对 or 核对链接; nothing here starts by itself. */
export function listenToWalks(): void {
  onMessage('readFetched', async ({ data }) => {
    const { checkpoint, pack, sunk } = await judging(data.url);
    const reading = await read({ ...data, now: checkpoint ?? civilOfInstant(Date.now()), pack, sunk });
    // What the reviewer had fetched counts as seen in the open campaign, like a page that was opened.
    if (!reading.empty) await recordVisit(reading.visit, undefined);
    return reading;
  });
  onMessage('probeLink', ({ data: { url, method } }) => probe(url, method));
}

/** In Firefox the background is a page itself; in Chromium the offscreen page reads. */
async function read(request: ReadingRequest): Promise<FetchedReading> {
  if (import.meta.env.FIREFOX) return readFetched(request);
  await ensureOffscreenPage();
  return sendMessage('runReading', request);
}

/**
 * The status that an address answers with, 0 where the browser may not tell (a site without permission), null when nobody
 * answers. No cookies go along and the body is not read.
 */
async function probe(url: string, method: 'HEAD' | 'GET'): Promise<{ status: number } | null> {
  const allowed = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
  const answer = allowed ? await ask(url, method, 'cors') : 'refused';
  // A permitted address may lead on to another site, whose answer may not be read either.
  const known = answer === 'refused' ? await ask(url, method, 'no-cors') : answer;
  return typeof known === 'object' ? known : null;
}

async function ask(
  url: string,
  method: 'HEAD' | 'GET',
  mode: 'cors' | 'no-cors',
): Promise<{ status: number } | 'refused' | 'silent'> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const { status } = await fetch(url, {
      method,
      mode,
      redirect: 'follow',
      credentials: 'omit',
      cache: 'no-store',
      signal: stop.signal,
    });
    return { status };
  } catch {
    return stop.signal.aborted ? 'silent' : 'refused';
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
