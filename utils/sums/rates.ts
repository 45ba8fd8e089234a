/** A rate stated beside the two numbers that it follows from. */
export interface StatedRate {
  whole: number;
  part: number;
  /** Percent as written. */
  stated: number;
  /** Percent that the numbers give, rounded like the stated one. */
  computed: number;
  agrees: boolean;
  start: number;
  end: number;
}

const NUMBER = String.raw`\s?(\d{1,8})\s?(?:件|个|批次?|家|条|项|户|人次?|宗|次|份|起|封|台|组|所|辆|座|处)`;
/** What was counted, what of it was good, and the name of the rate: 抽查120家，合格114家，合格率95%. */
const KINDS: readonly (readonly [string, string, string])[] = [
  ['受理|收到|接收|共收|登记|承办|交办', '办结|办理完成', '办结率'],
  ['受理|收到|接收|共收|登记|承办|交办', '答复|回复|办理答复', '(?:答复|回复|办复)率'],
  ['抽查|抽检|检查|检测|抽测|监督抽查|共检|抽样', '(?<!不)合格', '(?<!不)合格率'],
  ['应(?:检|查|报|参|缴)\\S{0,6}', '实(?:检|查|报|参|缴)\\S{0,6}', '(?:完成|覆盖|参保|上报)率'],
  ['整改问题|发现问题|交办问题|反馈问题|问题', '(?:已|完成)整改', '整改(?:完成)?率'],
];
const PATTERNS = KINDS.map(
  ([whole, part, rate]) =>
    new RegExp(
      `(?:${whole})[^。；;\\d%]{0,14}${NUMBER}[^。；;\\d%]{0,20}(?:${part})[^。；;\\d%]{0,10}${NUMBER}[^。；;\\d%]{0,14}${rate}[^。；;\\d%]{0,6}(\\d{1,3}(?:\\.\\d{1,4})?)\\s?[%％]`,
      'g',
    ),
);

/** Every rate of a text that stands in one sentence with whole and part. Sentences with other numbers between are left out. */
export function findRates(text: string): StatedRate[] {
  if (!/率.{0,8}\d/.test(text)) return [];
  const rates: StatedRate[] = [];
  for (const pattern of PATTERNS) {
    for (const m of text.matchAll(pattern)) {
      const [whole, part] = [Number(m[1]), Number(m[2])];
      if (whole === 0 || part > whole) continue;
      const decimals = m[3]!.split('.')[1]?.length ?? 0;
      const exact = (100 * part) / whole;
      const computed = Number(exact.toFixed(Math.max(decimals, 2)));
      // Cut or rounded, one unit of the last written digit is allowed.
      const agrees = Math.abs(exact - Number(m[3])) < 10 ** -decimals;
      rates.push({
        whole,
        part,
        stated: Number(m[3]),
        computed,
        agrees,
        start: m.index,
        end: m.index + m[0].length,
      });
    }
  }
  return rates;
}
