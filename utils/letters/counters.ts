import type { PageSnapshot } from '../page/snapshot';
import type { Counter } from './message';

const NUMBER = String.raw`\s*(?:总?数|量|信件|件数|数量)?\s*[:：]?\s*(\d{1,7})`;
const RECEIVED = new RegExp(`(?:已?受理|收到|来信|收信|接收|来件|总)${NUMBER}`);
const DONE = new RegExp(`(?:已?办结|已?回复|已?答复|已?处理)${NUMBER}`);
/** 已受理：157 已办结：99 stand in one line, or in neighbouring boxes. */
const BOXES = 4;

/** How many messages a mailbox says that it received and answered; null when it does not count. */
export function readCounter(snapshot: PageSnapshot): Counter | null {
  const blocks = snapshot.blocks.filter((b) => b.role !== 'footer');
  for (const [i, block] of blocks.entries()) {
    if (block.text.length > 120 || !RECEIVED.test(block.text)) continue;
    const near = blocks.slice(i, i + BOXES).filter((b) => b.text.length <= 120);
    const text = near.map((b) => b.text).join(' ');
    const received = RECEIVED.exec(text);
    const done = DONE.exec(text);
    if (!received || !done) continue;
    return {
      received: Number(received[1]),
      done: Number(done[1]),
      quote: text
        .slice(Math.min(received.index, done.index), Math.max(received.index, done.index) + 20)
        .trim(),
      place: { block: block.id, start: 0, end: block.text.length },
    };
  }
  return null;
}
