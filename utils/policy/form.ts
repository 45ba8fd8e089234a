import type { DatedList, PageSnapshot } from '../page/snapshot';

/** How an interpretation explains: pictures, video, sound, questions, experts, or plain text. */
export type InterpretationForm = 'graphic' | 'video' | 'audio' | 'questions' | 'expert' | 'press' | 'text';

const FORMS: readonly (readonly [InterpretationForm, RegExp])[] = [
  ['graphic', /图解|一图|图读|图说|长图|漫画|海报|图文解读|H5|思维导图/i],
  ['video', /视频|动画|微课|短片|直播|动漫/],
  ['audio', /音频|语音|听政策|有声|朗读/],
  ['press', /新闻发布会|发布会|吹风会|在线访谈|媒体/],
  ['expert', /专家|负责人|主要领导|局长|主任|厅长|市长|县长|答记者问/],
  ['questions', /问答|[一二三四五六七八九十\d]+问|你问我答|常见问题/],
];

/** The form that a title names; `text` when it names none (解读 in words). */
export function interpretationForm(title: string): InterpretationForm {
  return FORMS.find(([, words]) => words.test(title))?.[0] ?? 'text';
}

/** How many interpretations come in which form. */
export type FormCounts = Record<InterpretationForm, number>;

export const noForms: Readonly<FormCounts> = {
  graphic: 0,
  video: 0,
  audio: 0,
  questions: 0,
  expert: 0,
  press: 0,
  text: 0,
};

/** How many items of a column come in which form; the pages of a column add up. */
export function formCounts(column: Pick<DatedList, 'items'>): FormCounts {
  const counts = { ...noForms };
  for (const item of column.items) counts[interpretationForm(item.title)]++;
  return counts;
}

/** The sum of several counts. */
export function addForms(all: readonly FormCounts[]): FormCounts {
  const sum = { ...noForms };
  for (const counts of all)
    for (const form of Object.keys(noForms) as InterpretationForm[]) sum[form] += counts[form];
  return sum;
}

/** 图解, 视频 and 音频 among all, in whole percent; null when there is nothing. */
export function richShare(counts: FormCounts): number | null {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all === 0 ? null : Math.round((100 * (counts.graphic + counts.video + counts.audio)) / all);
}

/** One page of a column of interpretations. */
export interface SeenForms {
  column: string;
  counts: FormCounts;
}

/** The forms on a page that is a column of interpretations; null on any other. */
export function formsShown({ lists }: Pick<PageSnapshot, 'lists'>): SeenForms | null {
  const column = lists.find((list) => list.own && list.kind === 'interpretation');
  return column ? { column: column.name, counts: formCounts(column) } : null;
}
