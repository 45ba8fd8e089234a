import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from './harness/axe';
import { reviewFile } from './harness/reviewFile';
import { session } from './harness/session';
import { merge, openWorkbench } from './harness/workbench';

const COUNT = 6;

describe('triage by keyboard in chromium', () => {
  const run = session('chromium', { reviewer: '甲' });
  let workbench: Page;

  beforeAll(async () => {
    workbench = await run.browser.openOwn('workbench.html', '.menu');
    const findings = Array.from({ length: COUNT }, (_, n) => ({
      pageTitle: `第${COUNT - n}条`,
      check: 'lastUpdate',
    }));
    await merge(workbench, await reviewFile('乙', findings));
    await workbench.waitForSelector(`.row[aria-setsize="${COUNT}"]`);
  });

  const open = (title: string) => workbench.waitForSelector(`.row-current::-p-text(${title})`);
  const left = (count: number) => workbench.waitForSelector(`.row[aria-setsize="${count}"]`);
  const focused = () => workbench.evaluate(() => document.activeElement?.className ?? '');
  const statuses = () => workbench.$$eval('.row .status', (marks) => marks.map((mark) => mark.textContent));

  const trailSays = (words: string) =>
    workbench.waitForFunction(
      (words) => document.querySelector('.detail .trail')?.textContent?.includes(words),
      {},
      words,
    );

  it('goes on to the next finding when a step takes one out of the filter, and back with the undo', async () => {
    await workbench.select('.filters select:nth-of-type(3)', 'suspected');
    await workbench.click('.row');
    await open('第1条');
    await workbench.focus('.list');
    await workbench.keyboard.press('j');
    await open('第2条');
    await workbench.keyboard.press('c');
    await left(COUNT - 1);
    await open('第3条');
    await workbench.keyboard.press('x');
    await workbench.waitForSelector('form.step');
    await workbench.keyboard.type('已在别处公开');
    await workbench.keyboard.press('Enter');
    await left(COUNT - 2);
    await open('第4条');
    await workbench.waitForFunction(() => document.activeElement?.className === 'list');
    await workbench.keyboard.press('u');
    await left(COUNT - 1);
    await open('第4条');
    await workbench.keyboard.press('k');
    await open('第3条');
    // Given up: the form goes, and the keys are the list's again.
    await workbench.keyboard.press('x');
    await workbench.waitForSelector('form.step');
    await workbench.keyboard.press('Escape');
    await workbench.waitForFunction(() => document.activeElement?.className === 'list');
    await workbench.keyboard.press('Delete');
    await left(COUNT - 2);
    await open('第4条');
    await workbench.keyboard.press('u');
    await left(COUNT - 1);
  });

  it('writes a note and goes on without the mouse', async () => {
    await open('第4条');
    await workbench.keyboard.press('n');
    await workbench.keyboard.type('需电话核实');
    await workbench.keyboard.down('Control');
    await workbench.keyboard.press('Enter');
    await workbench.keyboard.up('Control');
    await workbench.waitForSelector('.undo ::-p-text(已保存)');
    expect(await focused()).toBe('list');
    await workbench.keyboard.press('j');
    await open('第5条');
    await workbench.keyboard.press('k');
    await open('第4条');
    expect(
      await workbench.$eval('.detail [name=note]', (field) => (field as HTMLTextAreaElement).value),
    ).toBe('需电话核实');
    await trailSays('批注：需电话核实');
    await workbench.keyboard.press('k');
    await open('第3条');
    await trailSays('理由：已在别处公开（仅此处）');
  });

  it('decides what is ticked at once, and takes all of it back', async () => {
    await workbench.focus('.list');
    await workbench.keyboard.press('Space');
    await workbench.keyboard.press('j');
    await workbench.keyboard.press('Space');
    await workbench.waitForSelector('.batch ::-p-text(2)');
    await workbench.keyboard.press('c');
    await left(COUNT - 3);
    await workbench.keyboard.press('u');
    await left(COUNT - 1);
    expect(await statuses()).toEqual(Array.from({ length: COUNT - 1 }, () => '待核'));
  });

  it('works in the details where a window has room for nothing else', async () => {
    await workbench.setViewport({ width: 800, height: 700 });
    const title = () => workbench.$eval('.detail h2', (head) => head.textContent);
    const leaves = (title: string | null) =>
      workbench.waitForFunction(
        (title) => document.querySelector('.detail h2')?.textContent !== title,
        {},
        title,
      );
    const first = await title();
    await workbench.click('.detail .actions button::-p-text(确认)');
    await leaves(first);
    const second = await title();
    expect(await workbench.evaluate(() => document.activeElement?.closest('.detail') !== null)).toBe(true);
    await workbench.keyboard.press('k');
    await leaves(second);
    expect(await violations(workbench, 'body')).toEqual([]);
    await workbench.click('.detail .narrow-only');
    await workbench.waitForFunction(() => document.querySelector('.list')?.checkVisibility());
    await workbench.setViewport({ width: 1280, height: 900 });
  });

  it('keeps what is open when another filter hides it', async () => {
    const again = await openWorkbench(run.browser);
    await (await again.waitForSelector('.row::-p-text(第5条)'))!.click();
    await again.waitForSelector('.detail h2::-p-text(第5条)');
    await again.type('.filters [type=search]', '第1条');
    await again.waitForSelector('.row[aria-setsize="1"]');
    expect(await again.$eval('.detail h2', (head) => head.textContent)).toBe('第5条');
  });
});
