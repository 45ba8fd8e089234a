import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../tests/e2e/harness/browser';
import { downloaded } from '../tests/e2e/harness/downloads';
import { badge, openPanel, select, toast } from '../tests/e2e/harness/overlay';

/**
 * The walk that a reviewer takes through the demo: read, look, flag, work through, hand over. Leaves a picture of
 * each stop, the exported ledger and a short log in the folder.
 * @returns the lines of the log
 */
export async function tour(browser: TestBrowser, folder: string): Promise<string[]> {
  const log: string[] = [];
  const stop = async (page: Page, name: string, words: string) => {
    const number = String(log.length + 1).padStart(2, '0');
    log.push(`${number} ${words}`);
    await page.screenshot({ path: join(folder, `${number}-${name}.png`) });
    console.log(log.at(-1));
  };

  const home = await browser.open('http://www.yunhe-demo.gov.cn/');
  await stop(home, 'home', `门户首页：${await badge(home)}`);

  const column = await browser.open('http://www.yunhe-demo.gov.cn/xw/dtyw/');
  await stop(column, 'column', `动态要闻：${await badge(column)}`);

  const article = await browser.open('http://www.yunhe-demo.gov.cn/xw/dtyw/202404/t20240416_1003.html');
  await stop(article, 'article', `正文页：${await badge(article)}`);

  const stale = await browser.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
  const counts = await badge(stale);
  await openPanel(stale);
  await stop(stale, 'panel', `逾期未更新的栏目，打开面板：${counts}`);

  await browser.clickToolbar(stale);
  await stop(stale, 'flagged', `点击工具栏按钮：${await toast(stale, '已记录')}`);

  const consultation = await browser.open('http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/zj_1.html');
  await badge(consultation);
  await browser.clickToolbar(consultation);
  await stop(consultation, 'consultation', `意见征集：${await toast(consultation, '已记录')}`);

  const powers = await browser.open('http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html');
  await badge(powers);
  await select(powers, '.grid tr:nth-child(3) td:nth-child(3)');
  await browser.clickToolbar(powers);
  await stop(powers, 'selection', `选中文字后点击工具栏按钮：${await toast(powers, '已记录')}`);

  const workbench = await browser.openOwn('workbench.html', '.row');
  await workbench.click('.row');
  await workbench.waitForSelector('.detail h2');
  const rows = await workbench.$$('.row');
  await stop(workbench, 'workbench', `工作台：${rows.length} 条记录`);

  await workbench.click('.top .actions button');
  const file = await downloaded(browser.downloads, '.csv');
  copyFileSync(file, join(folder, basename(file)));
  await stop(workbench, 'export', `导出 CSV：${basename(file)}`);

  writeFileSync(join(folder, 'log.txt'), `${log.join('\n')}\n`);
  return log;
}
