import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anchorAt } from '../../utils/anchors/anchor';
import { textFragmentUrl } from '../../utils/anchors/fragment';

/** A longer run: `FRAGMENTS=1000 FRAGMENT_TEXT=some.txt npx vitest run --project e2e tests/e2e/fragments`. */
const RUNS = Number(process.env.FRAGMENTS ?? 25);
const TEXT = process.env.FRAGMENT_TEXT
  ? readFileSync(process.env.FRAGMENT_TEXT, 'utf8')
  : `关于做好2024年防汛抗旱工作的通知
各区县人民政府，市直各部门，各有关单位：
为切实做好今年的防汛抗旱工作，保障人民群众生命财产安全，经市人民政府同意，现将有关事项通知如下，请认真贯彻落实。
一、提高思想认识。各级各部门要坚持预防为主、防抗救相结合，压实属地责任，完善应急预案，做到早部署、早安排、早落实。
二、加强值班值守，严格执行领导带班制度，发现险情第一时间报告市应急管理局（联系电话：12345）。
三、强化物资保障。对现有抢险物资进行全面清点，及时补充更新，确保关键时刻“调得出、用得上”。
附件：防汛抗旱物资储备清单（2024—2025年度）`;
const BLOCKS = TEXT.split('\n').filter((line) => line.trim() !== '');

/** So far down that any scroll is the fragment's doing. */
const SPACER_PX = 5_000;

let server: Server;
let browser: Browser;
let page: Page;
let address = '';

beforeAll(async () => {
  const paragraphs = BLOCKS.map(
    (block) => `<p>${block.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  );
  const html = `<!doctype html><meta charset="utf-8"><html lang="zh"><div style="height:${SPACER_PX}px"></div>${paragraphs.join('')}`;
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

it(`a link to a random selection scrolls to it (${RUNS} selections)`, {
  timeout: RUNS * 4_000 + 20_000,
}, async () => {
  const text = BLOCKS.join('\n');
  const missed: string[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { start, end } = selection(text, run);
    await page.goto(textFragmentUrl(`${address}?${run}`, anchorAt(text, start, end)));
    const scrolled = await page
      .waitForFunction(`scrollY > ${SPACER_PX / 2}`, { timeout: 2_000, polling: 20 })
      .then(
        () => true,
        () => false,
      );
    if (!scrolled)
      missed.push(
        `${text.slice(start - 32, start)}【${text.slice(start, end)}】${text.slice(end, end + 32)}`,
      );
  }
  console.log(`${RUNS - missed.length} of ${RUNS} scrolled`);
  expect(missed.length, missed.join('\n---\n')).toBeLessThanOrEqual(RUNS * 0.01);
});

/** The same stretches in every run, anywhere in the text, 1 to 120 characters, not blank at their ends. */
function selection(text: string, run: number): { start: number; end: number } {
  let seed = run + 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  random(1);
  for (;;) {
    const start = random(text.length);
    const end = Math.min(text.length, start + 1 + (random(3) === 0 ? random(120) : random(12)));
    if (!/^\s|\s$/u.test(text.slice(start, end))) return { start, end };
  }
}
