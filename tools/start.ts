import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { joinOffice } from './demo/office';
import { replay } from './demo/replay';
import { firstDay, setStage } from './demo/stage';
import { begin, isBegun } from './quarter/quarter';

/** The demo: portals, accounts and an office's endpoint on loopback, and Chromium on the quarter's inspection. */
if (process.argv.includes('--headless')) {
  await replay(true, (line) => console.log(line));
} else {
  const stage = await setStage({
    headless: false,
    data: resolve('.cache/demo-office'),
    profile: resolve('.cache/demo-profile'),
  });
  const { demo, browser, office } = stage;
  const portal = 'http://www.yunhe-demo.gov.cn/';
  // A second start goes on with what the first has left.
  const workbench = await browser.openOwn('workbench.html', 'header.top');
  if (await isBegun(workbench)) {
    // The office answers on another port each time.
    await joinOffice(browser, office.account);
  } else {
    await firstDay(stage);
    await begin(workbench);
  }
  await browser.open(portal);
  console.log(`演示网站：${portal}（主机：${demo.hosts.length} 个，含政务新媒体账号）`);
  console.log(`工作台的“本次检查”中已有 2024年第一季度 的台账；团队同步服务在 ${office.account.url}`);
  console.log('按回车：各单位收到通报以后（公安局改正错字，市场监管局恢复更新，工信局撤下文件），可以复查。');
  console.log('关闭浏览器，或按 Ctrl+C 结束。');
  const terminal = createInterface({ input: process.stdin });
  terminal.on('line', () => {
    demo.rectify();
    console.log('已整改。新建检查并沿用本次台账，在“复查”中逐条打开。');
  });
  await new Promise<void>((done) => browser.browser.once('disconnected', () => done()));
  terminal.close();
  await stage.close();
}
