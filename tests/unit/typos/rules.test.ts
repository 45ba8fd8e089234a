import { describe, expect, it } from 'vitest';
import { checkDates } from '../../../utils/typos/rules/dates';
import { checkPlaces } from '../../../utils/typos/rules/places';
import { checkPunctuation } from '../../../utils/typos/rules/punctuation';
import { checkSums } from '../../../utils/typos/rules/sums';
import { checkUnits } from '../../../utils/typos/rules/units';
import { checkVariants } from '../../../utils/typos/rules/variants';
import type { Suggestion } from '../../../utils/typos/suggestion';
import { findSlips } from '../../../utils/typos/terms/phrases';

const brief = (all: Suggestion[]): string[] => all.map(({ wrong, right }) => `${wrong}>${right}`);

describe('dates', () => {
  it.each([
    ['会议定于2024年13月2日召开', ['2024年13月2日>']],
    ['截至2023年2月29日', ['2023年2月29日>']],
    ['2024年2月29日', []],
    ['2024年4月18日（星期四）', []],
    ['2024年4月18日（星期五）', ['五>四']],
    ['2024年4月18日 周日', ['日>四']],
    ['二0二四年工作要点', ['二0二四年>二〇二四年']],
    ['二〇二四年工作要点', []],
    ['二千年', []],
    ['1937年13月', []],
  ])('%s', (text, expected) => {
    expect(brief(checkDates(text))).toEqual(expected);
  });
});

describe('punctuation', () => {
  it.each([
    ['根据《条例的规定', ['《>']],
    ['根据《条例》的规定', []],
    ['关于印发《城镇排水管理办…', []],
    ['关于印发《城镇排水管理办...  2024-05-01', []],
    ['的将取消其投标资格（查询要求：企业、法人应当分别独立查询，', []],
    ['关于《排水管理…》和《供水办法的通知', ['《>']],
    ['（一）目标（含指标）', []],
    ['1）目标；2）任务', []],
    ['根据条例》的规定', ['》>']],
    ['”总书记的嘱托，给全体干部以力量。', []],
    ['办好“十件实事”的”通知。', ['”>']],
    ['2010年12月1日第二次修订）', []],
    ['办理工作条例〉的决定》第一次修正', []],
    ['认真落实，，确保', ['，，>，']],
    ['请按时完成。。', ['。。>。']],
    ['他说：“各位\n来宾', []],
    ['怎么办！！！', []],
    ['（见附件)', []],
  ])('%s', (text, expected) => {
    expect(brief(checkPunctuation(text))).toEqual(expected);
  });
});

describe('headline brackets', () => {
  it('are a hint at most: lists part what stands in them', () => {
    const levels = (text: string) => checkPunctuation(text).map(({ level }) => level);
    expect(levels('【防汛提醒积水路段请绕行')).toEqual(['hint']);
    expect(levels('根据《条例的规定')).toEqual(['likely']);
  });
});

describe('levels of a committee', () => {
  it.each([
    ['“区区委书记”到现场办公', ['区区>区']],
    ['省省委主要负责同志', ['省省>省']],
    ['滨湖区区委书记', []],
    ['某区区委书记、×区区委书记', []],
    ['区委书记', []],
    ['区区委屈', []],
  ])('%s', (text, expected) => {
    expect(brief(checkUnits(text))).toEqual(expected);
  });
});

describe('places', () => {
  it.each([
    ['安徽省南京市', ['安徽省南京市>江苏省南京市']],
    ['江苏省南京市', []],
    ['吉林省吉林市', []],
    ['安徽省与南京市', []],
  ])('%s', (text, expected) => {
    expect(brief(checkPlaces(text))).toEqual(expected);
  });
});

describe('sums', () => {
  it.each([
    ['一、二、三产业分别占10.5%、40.2%和49.3%', 0],
    ['一、二、三产业分别占20.5%、40.2%和49.3%', 1],
    ['全年共受理12件，其中投诉5件，咨询7件', 0],
    ['全年共受理12件，其中投诉9件，咨询7件', 1],
    ['全年共受理12件，其中投诉5件', 0],
  ])('%s', (text, expected) => {
    expect(checkSums(text)).toHaveLength(expected);
  });
});

describe('set phrases', () => {
  it.each([
    ['依照中华人民共合国法律', ['中华人民共合国>中华人民共和国']],
    ['依照中华人民和国法律', ['中华人民和国>中华人民共和国']],
    ['依照中华人民共共和国法律', ['中华人民共共和国>中华人民共和国']],
    ['依照中华人民和共国法律', ['中华人民和共国>中华人民共和国']],
    ['依照中华人民共和国法律', []],
    ['中华人民解放', []],
    ['少年智者中国智，少年强则中国强', ['少年智者中国智>少年智则中国智']],
    // Right as well, and at the very end of a text.
    ['人们常说少年强则国强', []],
    ['落实以人民为中心’的发展思想', []],
    ['工欲善其事,必先利其器', []],
  ])('%s', (text, expected) => {
    expect(brief(findSlips(text))).toEqual(expected);
  });
});

describe('characters of no standard form', () => {
  it.each([
    ['髙质量完成増收任务', ['髙>高', '増>增']],
    ['高质量完成增收任务', []],
    ['日本国増税のお知らせ', []],
    ['衞生福利及傳染病防治，學校與機構', []],
  ])('%s', (text, expected) => {
    expect(brief(checkVariants(text))).toEqual(expected);
  });
});
