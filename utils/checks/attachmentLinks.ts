import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('attachmentLinks');

const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z)(?:$|[?#])/i;

/** Are attachments of an https page offered by http only? Browsers then warn or refuse the download. */
export const attachmentLinks: Check = {
  id: 'attachmentLinks',
  category: 'link',
  reads: ['links', 'url'],
  run({ links, url }) {
    const files = links.filter((l) => l.visible && FILE.test(l.href));
    if (files.length === 0) return speak('notApplicable', 'none');
    const plain = url.startsWith('https:') ? files.filter((l) => l.href.startsWith('http:')) : [];
    if (plain.length === 0) return speak('pass', 'fine', [files.length]);
    const evidence = plain
      .slice(0, MAX_EVIDENCE)
      .map((l) => ({ quote: l.text, place: l.place, href: l.href }));
    return speak('review', 'insecure', [plain.length], evidence);
  },
};
