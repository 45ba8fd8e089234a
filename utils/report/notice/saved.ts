import { asRecord, asText, asTexts } from '../../campaign/values';
import type { Json } from '../../findings/json';
import type { NoticeBlock } from './notice';

const ROLES = [
  'title',
  'addressee',
  'heading',
  'subheading',
  'paragraph',
  'annex',
  'signature',
  'date',
] as const;

/** Reads an edited notice from a campaign's field; null when it holds none. */
export function savedNotice(value: Json): NoticeBlock[] | null {
  if (!Array.isArray(value)) return null;
  const blocks = value.flatMap((one): NoticeBlock[] => {
    const block = asRecord(one);
    const role = ROLES.find((known) => known === block?.role);
    return block && role ? [{ role, text: asText(block.text), findings: asTexts(block.findings) }] : [];
  });
  return blocks.length > 0 ? blocks : null;
}
