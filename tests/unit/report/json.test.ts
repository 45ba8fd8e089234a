import { expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { viewOf } from '../../../utils/findings/view';
import { findingsJson } from '../../../utils/report/json';
import { masked } from '../../../utils/report/mask';

const made = '2024-04-20T00:00:00.000Z';
const sha = `${'a'.repeat(20)}13800138000${'b'.repeat(33)}`;

function finding(n: number) {
  const fields = {
    url: `http://x.gov.cn/${n}`,
    quote: '联系电话 13800138000',
    'evidence/1': { time: made, screenshot: sha, type: 'image/png' },
  };
  const hlc = tick(null, Date.UTC(2024, 3, 18), 'd');
  const finding = `f:${n}`;
  return viewOf(fold([makeEntry({ finding, author: '王', device: 'd', hlc, fields, prev: {} })])!);
}

it('writes any number of findings as one document that reads back', () => {
  for (const count of [0, 1, 1001]) {
    const findings = Array.from({ length: count }, (_, n) => finding(n));
    const read = JSON.parse(
      [...findingsJson([findings.slice(0, 500), findings.slice(500)], made, () => false)].join(''),
    );
    expect(read).toMatchObject({ format: 'duwang-findings', made, masked: false });
    expect(read.findings).toEqual(findings.map((one) => ({ ...one, unverified: false })));
  }
});

it('covers personal data in texts and leaves hashes as they are', () => {
  const [read] = JSON.parse([...findingsJson([[finding(1)]], made, () => true, masked)].join('')).findings;
  expect(read.quote).toBe('联系电话 138******00');
  expect(read.unverified).toBe(true);
  expect(read.evidences[0].screenshot).toBe(sha);
});
