import { isInterpretationPage } from '../policy/document';
import { formCounts, interpretationForm as formOf, richShare } from '../policy/form';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('interpretationForm');

/** Fewer interpretations than this say nothing about a share. */
const MIN_ITEMS = 5;

/** In which form are documents explained: notices ask for more than plain text. */
export const interpretationForm: Check = {
  id: 'interpretationForm',
  category: 'policy',
  reads: ['lists', 'headline'],
  run(snapshot) {
    const column = snapshot.lists.find((l) => l.own && l.kind === 'interpretation');
    if (column && column.items.length >= MIN_ITEMS) {
      const counts = formCounts(column);
      const share = richShare(counts) ?? 0;
      const args = [column.items.length, counts.graphic, counts.video, counts.audio, share];
      const evidence = [{ quote: column.name, place: column.items[0]?.place ?? null }];
      const rich = counts.graphic + counts.video + counts.audio;
      return speak(rich === 0 ? 'review' : 'pass', rich === 0 ? 'textOnly' : 'share', args, evidence);
    }
    if (!isInterpretationPage(snapshot)) return speak('notApplicable', 'none');
    const headline = snapshot.headline ?? snapshot.title;
    const form = formOf(headline);
    return speak('pass', `forms.${form}`, [], [{ quote: headline, place: null }]);
  },
};
