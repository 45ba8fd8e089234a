/**
 * 问题类别 as ledgers group them (research: what 142 official notices report).
 * Stored by id; the words are in locales under `category.*`.
 */
export const categories = [
  'stale',
  'account',
  'wording',
  'unanswered',
  'consultation',
  'link',
  'blank',
  'privacy',
  'policy',
  'report',
  'identity',
  'tampering',
  'service',
  'other',
] as const;

export type Category = (typeof categories)[number];
