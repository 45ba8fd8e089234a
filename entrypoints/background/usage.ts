import { browser } from 'wxt/browser';
import { hostOf, pageKey } from '../../utils/findings/url';
import type { TypoReply } from '../../utils/typos/host';
import { learnUsage, type Usage, withoutUsage } from '../../utils/typos/usage';

/** Takes out what the page's site writes on several pages; remembered as long as the browser runs. */
export async function withoutSiteUsage(url: string, texts: string[], reply: TypoReply): Promise<TypoReply> {
  const key = `usage:${hostOf(url)}`;
  const usage = ((await browser.storage.session.get(key))[key] as Usage | undefined) ?? {};
  const before = JSON.stringify(usage);
  for (const [index, text] of texts.entries()) learnUsage(usage, pageKey(url), text, reply[index] ?? []);
  if (JSON.stringify(usage) !== before) await browser.storage.session.set({ [key]: usage });
  return texts.map((text, index) => withoutUsage(usage, text, reply[index] ?? []));
}
