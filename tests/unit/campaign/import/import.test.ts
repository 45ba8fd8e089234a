import { describe, expect, it } from 'vitest';
import { fieldOf, guessMapping } from '../../../../utils/campaign/import/mapping';
import { readRows } from '../../../../utils/campaign/import/rows';
import { readFile, readText } from '../../../../utils/campaign/import/table';

const LEDGER = `云河市政务新媒体台账,,,,
序号,新媒体类型,账号名称,责任单位,账号链接
1,微博,云河发布,云河市人民政府办公室,https://weibo.com/u/1000001
2,微信公众号,云河公安,云河市公安局,
合计,2,,,`;

const read = async (text: string) => {
  const table = await readText(text);
  return readRows(table, guessMapping(table)!);
};

describe('readText', () => {
  it.each([
    ['commas', '名称,单位\n甲,乙'],
    ['tabs, as pasted from a spreadsheet', '名称\t单位\n甲\t乙'],
    ['semicolons', '名称;单位\n甲;乙'],
    ['full-width commas', '名称，单位\n甲，乙'],
    ['a byte order mark and CRLF', '\uFEFF名称,单位\r\n甲,乙\r\n\r\n'],
  ])('finds %s', async (_, text) => {
    expect(await readText(text)).toEqual([
      ['名称', '单位'],
      ['甲', '乙'],
    ]);
  });

  it('keeps a cell with a line break and a comma whole, so that rows keep their numbers', async () => {
    expect(await readText('名称,备注\n"甲\n（原乙）","一,二"\n丙,')).toEqual([
      ['名称', '备注'],
      ['甲\n（原乙）', '一,二'],
      ['丙', ''],
    ]);
  });
});

describe('readFile', () => {
  it('reads GB 18030, which Excel writes in China', async () => {
    // 名称,单位 in GBK
    const bytes = new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb5, 0xa5, 0xce, 0xbb]);
    expect(await readFile(bytes)).toEqual([['名称', '单位']]);
  });

  it('reads XLSX, with numbers as they are written', async () => {
    const { default: write } = await import('write-excel-file/node');
    const rows = [
      ['名称', '网站标识码'],
      ['甲', '1234567890'],
    ].map((row) => row.map((value) => ({ value, type: String })));
    const file = await write(rows).toBuffer();
    expect(await readFile(new Uint8Array(file))).toEqual([
      ['名称', '网站标识码'],
      ['甲', '1234567890'],
    ]);
  });

  it('says that an old .xls cannot be read', async () => {
    await expect(readFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow('xls');
  });
});

describe('guessMapping', () => {
  it('finds the headers below a title and ignores columns that mean nothing', async () => {
    expect(guessMapping(await readText(LEDGER))).toEqual({
      header: 1,
      columns: { platform: 1, name: 2, unit: 3, url: 4 },
    });
  });

  it.each([
    ['责任单位', 'unit'],
    ['主 办 单 位', 'unit'],
    ['新媒体类型', 'platform'],
    ['网站名称', 'name'],
    ['网址（首页）', 'url'],
    ['网站标识码', 'code'],
    ['栏目名称*', 'column'],
    ['问题类别', null],
    ['检查时更新日期', null],
  ])('%s means %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  it('gives up where no row names two fields', async () => {
    expect(guessMapping(await readText('甲,乙\n丙,丁'))).toBeNull();
  });
});

describe('readRows', () => {
  it('reads accounts, skips the total and counts the order', async () => {
    const { items, errors } = await read(LEDGER);
    expect(errors).toEqual([]);
    expect(items).toMatchObject([
      { kind: 'account', platform: 'weibo', name: '云河发布', order: 1, status: 'normal' },
      { kind: 'account', platform: 'wechat', name: '云河公安', url: '', order: 2 },
    ]);
  });

  it('reads sites and columns, and completes addresses', async () => {
    const { items, errors } = await read(
      '网站名称,栏目名称,责任单位,网址,镜像域名\n云河市政府网,,市政府办,www.yunhe-demo.gov.cn,yh.example.cn、https://m.example.cn/\n云河市政府网,通知公告,市政府办,http://www.yunhe-demo.gov.cn/tzgg/,',
    );
    expect(errors).toEqual([]);
    expect(items).toMatchObject([
      { kind: 'site', url: 'http://www.yunhe-demo.gov.cn/', hosts: ['yh.example.cn', 'm.example.cn'] },
      { kind: 'column', name: '通知公告', site: '云河市政府网', columnKind: 'notice' },
    ]);
  });

  it('names every bad row by the number that the spreadsheet shows', async () => {
    const { errors } = await read(
      '平台,账号名称,责任单位,链接\n微博,甲,,https://weibo.com/u/1\n\n脸书,乙,某局,\n微博,丙,某局,not a url\n微博,甲,某局,https://weibo.com/u/2\n微博,丁,某局,https://weibo.com/u/2',
    );
    expect(errors.map(({ row, reason }) => [row, reason.key])).toEqual([
      [2, 'roster.errors.noUnit'],
      [4, 'roster.errors.badPlatform'],
      [5, 'roster.errors.badUrl'],
      [7, 'roster.errors.twice'],
    ]);
  });

  it('reads closed and exempt items', async () => {
    const { items } = await read(
      '平台,账号名称,责任单位,状态,豁免至\n微博,甲,某局,已注销,\n微博,乙,某局,正常,2024年6月30日\n微博,丙,某局,正常,',
    );
    expect(items.map(({ status, until }) => [status, until])).toEqual([
      ['closed', null],
      ['exempt', '2024-06-30'],
      ['normal', null],
    ]);
  });

  it('says so when there is no row at all', async () => {
    const { errors } = await read('平台,账号名称,责任单位\n');
    expect(errors.map(({ reason }) => reason.key)).toEqual(['roster.errors.noRows']);
  });
});
