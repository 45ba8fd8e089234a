import { drawBrought } from '../../utils/evidence/picture';
import type { Finding } from '../../utils/findings/finding';
import type { Look } from '../../utils/findings/record';
import { beijingTime } from '../../utils/report/columns';
import { t } from '../shared/words';

/**
 * A picture from elsewhere, a phone's screenshot say, made ready to join a finding: its caption says by whose hand it came. Null
 * when the file is no picture that the browser can read.
 */
export async function pictureBrought(finding: Finding, author: string, file: Blob): Promise<Look | null> {
  const time = new Date().toISOString();
  const caption = [
    t('caption.url', finding.url),
    t('caption.brought', beijingTime(time), author || t('finding.noAuthor')),
  ];
  const image = await drawBrought(file, caption).catch(() => null);
  return image && { what: 'brought', time, image };
}
