import type { StatedRate } from '../sums/rates';
import { findRates } from '../sums/rates';
import type { Check, Evidence } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('statedRates');

/** Do stated rates (办结率, 合格率) follow from the numbers beside them? */
export const statedRates: Check = {
  id: 'statedRates',
  category: 'report',
  reads: ['blocks'],
  run({ blocks }) {
    const rates = blocks.flatMap((b) => findRates(b.text).map((rate) => ({ rate, block: b })));
    if (rates.length === 0) return speak('notApplicable', 'none');
    const spot = ({ rate, block }: { rate: StatedRate; block: { id: number; text: string } }): Evidence => ({
      quote: block.text.slice(rate.start, rate.end),
      note: { key: 'checks.statedRates.computed', args: [`${rate.part}/${rate.whole}`, rate.computed] },
      place: { block: block.id, start: rate.start, end: rate.end },
    });
    const wrong = rates.filter(({ rate }) => !rate.agrees);
    if (wrong.length > 0)
      return speak(
        'fail',
        'wrong',
        [wrong[0]!.rate.stated, wrong[0]!.rate.computed],
        wrong.slice(0, MAX_EVIDENCE).map(spot),
      );
    return speak('pass', 'agree', [rates.length], rates.slice(0, 3).map(spot));
  },
};
