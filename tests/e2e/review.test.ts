import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { makeEntry } from '../../utils/findings/entry';
import { findingId } from '../../utils/findings/finding';
import { tick } from '../../utils/findings/hlc';
import { plain } from '../../utils/findings/record';
import { fieldsOf } from '../../utils/findings/verdict';
import { writeBackup } from '../../utils/report/backup';
import { violations } from './harness/axe';
import { session } from './harness/session';
import { detail } from './harness/workbench';

const folder = mkdtempSync(join(tmpdir(), 'duwang-review-'));
const start = Date.UTC(2024, 3, 18);

/** What reviewer 甲 exports: three findings, two confirmed and one ignored. */
async function reviewFile(): Promise<string> {
  const entries = ['第一条', '第二条', '第三条'].map((pageTitle, index) => {
    const url = `http://www.yunhe-demo.gov.cn/${index}`;
    const verdict =
      index < 2
        ? ({ to: 'confirmed' } as const)
        : ({ to: 'ignored', reason: '甲的理由', scope: 'spot', until: null } as const);
    return makeEntry({
      finding: findingId({ url, check: 'lastUpdate' }),
      author: '甲',
      device: 'a',
      hlc: tick(null, start + index * 1000, 'a'),
      fields: plain({ url, pageTitle, check: 'lastUpdate', ...fieldsOf(verdict, '甲') }),
      prev: {},
    });
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup({ entries: [entries], files: [] }, new Date(start).toISOString()))
    pieces.push(piece);
  const path = join(folder, 'review.zip');
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

describe('a blind second review in chromium', () => {
  const run = session('chromium', { reviewer: '乙' });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hides the first verdict, takes the second, and lists where they differ', async () => {
    const workbench = await run.browser.openOwn('workbench.html', '.menu');
    const picker = (await workbench.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await picker.uploadFile(await reviewFile());
    await (await workbench.waitForSelector('.blind button'))!.click();
    await workbench.waitForSelector('.detail form.step');
    expect(await workbench.$('.status')).toBeNull();
    expect(await detail(workbench)).not.toMatch(/甲的理由|留痕/);
    expect(await violations(workbench, 'body')).toEqual([]);

    for (let left = 3; left > 0; left--) {
      await workbench.waitForSelector(`.row[aria-setsize="${left}"]`);
      await (await workbench.waitForSelector('.detail form.step [type=submit]'))!.click();
    }
    await (await workbench.waitForSelector('.blind button'))!.click();
    await (await workbench.waitForSelector('nav button::-p-text(统计)'))!.click();
    const agreement = await workbench.$eval('.agreement', (element) => element.textContent ?? '');
    expect(agreement).toContain('67%');
    const disputed = await workbench.$$eval('.disputed tbody tr', (rows) =>
      rows.map((row) => row.textContent),
    );
    expect(disputed).toHaveLength(1);
    expect(disputed[0]).toMatch(/第三条.*乙：确认.*甲：忽略 甲的理由/);
    expect(await violations(workbench, 'body')).toEqual([]);
  });
});
