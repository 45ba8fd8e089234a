import { type Entry, makeEntry } from '../../utils/findings/entry';
import { tick } from '../../utils/findings/hlc';
import { sha256Text } from '../../utils/findings/sha256';

const START = Date.UTC(2024, 3, 18, 1);

/** Entries of one author on as many findings, about as large as real ones; `seed` keeps apart what several tests make. */
export function entriesBy(author: string, count: number, seed: string = crypto.randomUUID()): Entry[] {
  return Array.from({ length: count }, (_, number) =>
    makeEntry({
      finding: `f:${sha256Text(`${seed} ${number}`)}`,
      author,
      device: 'device-1',
      hlc: tick(null, START + number, 'device-1'),
      fields: {
        url: `http://www.yunhe-demo.gov.cn/xxgk/${seed}/${number}.html`,
        pageTitle: `第 ${number} 号通知：关于开展爱国卫生运动的通知`,
        category: 'update',
        description: '栏目长期未更新。'.repeat(10),
        status: 'suspected',
      },
      prev: {},
    }),
  );
}
