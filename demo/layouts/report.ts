import { paragraphs, table } from '../html';

/** Text and figures of a 政府信息公开工作年度报告, in the order the national form prescribes. */
export interface AnnualReport {
  overview: readonly string[];
  /** 本年发布数 by kind, and the total as the report states it. */
  published: readonly (readonly [kind: string, count: number])[];
  total: number;
  problems: string;
}

/** HTML of the report's text. */
export function annualReport({ overview, published, total, problems }: AnnualReport): string {
  return `<h2>一、总体情况</h2>
${paragraphs(...overview)}
<h2>二、主动公开政府信息情况</h2>
${table(['信息类别', '本年发布数（条）'], [...published, ['合计', total]])}
<h2>三、收到和处理政府信息公开申请情况</h2>
${paragraphs('本年度未收到政府信息公开申请。')}
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
${paragraphs('本年度未发生因政府信息公开引起的行政复议和行政诉讼。')}
<h2>五、存在的主要问题及改进情况</h2>
${paragraphs(problems)}
<h2>六、其他需要报告的事项</h2>
${paragraphs('本年度未收取政府信息公开信息处理费。')}`;
}
