import type { DatedList } from '../page/snapshot';

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

/** How many items of a column come in which form; pages of a campaign add up by adding their counts. */
export function formCounts(column: Pick<DatedList, 'items'>): Record<InterpretationForm, number> {
  const counts = { graphic: 0, video: 0, audio: 0, questions: 0, expert: 0, press: 0, text: 0 };
  for (const item of column.items) counts[interpretationForm(item.title)]++;
  return counts;
}
