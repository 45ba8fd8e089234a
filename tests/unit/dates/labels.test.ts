import { expect, test } from 'vitest';
import { labelBefore } from '../../../utils/dates/labels';

test.each([
  ['发布时间：', 'publish', '发布'],
  ['来源：市水务局 发布日期:', 'publish', '发布'],
  ['［发 布 时 间］：', 'publish', '发布'],
  ['发布日期：[', 'publish', '发布'],
  ['(信息公开日期', 'publish', '公开'],
  ['文件的生成日期', 'weak', '生成'],
  ['页面生成时间：', 'generated', '页面生成'],
  ['最后更新于', 'updated', '最后更新'],
  ['报名截止时间', 'closes', '报名截止'],
  ['征集期限：', 'closes', '征集'],
  ['有效期至', 'expires', '有效期至'],
  ['有效期：', 'expires', '有效'],
  ['截止', 'closes', '截止'],
  ['留言的时间：', 'mailbox', '留言'],
  ['Published: ', 'publish', 'Published'],
  ['时间：', 'plain', ''],
  ['Date: [', 'plain', ''],
])('%s says %s', (before, role, word) => expect(labelBefore(before)).toEqual({ role, word }));

test.each([
  ['', 'nothing stands there'],
  ['发布', 'the word alone says nothing about the date'],
  ['投标', 'nor does one that needs 截止 behind it'],
  ['公示期', 'a period dates nothing'],
  ['发布时间：今天 ', 'something stands between'],
  ['（', 'a bracket is no label'],
])('%s: %s', (before) => expect(labelBefore(before)).toBeNull());
