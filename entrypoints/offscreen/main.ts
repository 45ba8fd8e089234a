import { onMessage } from '../../utils/messages';
import { startTypoHost } from './host';
import { readFetched } from './reading';

/** ms without a question after which the page closes and gives its memory back. */
const idle = 5 * 60_000;

/**
 * What Chromium's service worker cannot do lives in this invisible page: the typo engine's worker, and the frame in which
 * fetched pages are laid out.
 */
const host = startTypoHost();
let closing = 0;

onMessage('runTypos', ({ data }) => awake(host.check(data)));
onMessage('runReading', ({ data }) => awake(readFetched(data)));

/** Answers, and closes the page when nothing has been asked for a while. */
async function awake<Answer>(answer: Promise<Answer>): Promise<Answer> {
  clearTimeout(closing);
  try {
    return await answer;
  } finally {
    clearTimeout(closing);
    closing = setTimeout(() => window.close(), idle) as unknown as number;
  }
}
