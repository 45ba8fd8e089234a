import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { quarter } from '../quarter/quarter';
import { recheck } from '../quarter/recheck';
import type { Quarter } from '../quarter/summary';
import { exchange } from './office';
import { firstDay, setStage } from './stage';

/**
 * Replays the quarter and the re-inspection after it in a real browser; pictures, ledger and notices are left in demo-output/.
 * @param say gets a line for each stage.
 */
export async function replay(headless: boolean, say: (line: string) => void): Promise<Quarter> {
  const folder = resolve('demo-output');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'duwang-office-'));
  const stage = await setStage({ headless, data });
  try {
    await firstDay(stage);
    const { summary, wording, units, table } = await quarter(stage.browser, folder);
    const { sites, accounts, coverage, findings, csv, docx } = summary;
    say(`第一季度：网站 ${sites} 个、账号 ${accounts} 个，覆盖率 ${coverage}%，问题 ${findings.length} 条`);
    say(`错别字：引擎发现 ${wording.byEngine.length} 处，人工选中 ${wording.bySelection.length} 处`);
    say(`台账 ${csv}，通报 ${docx}，整改通知单 ${units}，总表 ${table}`);
    const again = await recheck(stage.browser, stage.demo, folder);
    say(`复查：${again.rate}`);
    say(`团队同步：${await exchange(stage.browser)}`);
    say(`截图和文件在 ${folder}`);
    return summary;
  } finally {
    await stage.close();
    rmSync(data, { recursive: true, force: true });
  }
}
