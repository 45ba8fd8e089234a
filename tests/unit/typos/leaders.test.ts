import { describe, expect, it } from 'vitest';
import { findLeaders, type Leader, titlesOf } from '../../../utils/typos/leaders';

const leaders: Leader[] = [
  { name: '李云河', titles: titlesOf('市委副书记、市长'), source: '领导名录' },
  { name: '王明', titles: titlesOf('副市长'), source: '领导名录' },
];
const alike = (one: string, other: string) => ['何河', '名明'].includes([one, other].sort().join(''));
const found = (text: string) => findLeaders(text, leaders, alike).map(({ wrong, right }) => [wrong, right]);

describe('findLeaders', () => {
  it('finds a post that is not the leader’s', () => {
    expect(found('副市长李云河主持会议。')).toEqual([['副市长李云河', '']]);
    expect(found('云河市市长王明出席。')).toEqual([['市长王明', '副市长王明']]);
  });

  it('finds a name one slip away after the leader’s post', () => {
    expect(found('市长李云何讲话')).toEqual([['李云何', '李云河']]);
    expect(found('市长李河云讲话')).toEqual([['李河云', '李云河']]);
    expect(found('副市长王名，')).toEqual([['王名', '王明']]);
  });

  it('says nothing where name and post agree', () => {
    expect(found('市委副书记、市长李云河和副市长王明出席，李云河讲话。')).toEqual([]);
  });

  it('says nothing of earlier posts, other people or longer names', () => {
    expect(found('时任副市长李云河、原云河市委书记李云河')).toEqual([]);
    expect(found('市长赵一平、局长王明华')).toEqual([]);
    expect(found('市长李云贺')).toEqual([]);
  });

  it('lets either post of two leaders of one name stand', () => {
    const two = [...leaders, { name: '王明', titles: ['局长'], source: '领导名录' }];
    expect(findLeaders('局长王明说', two, alike)).toEqual([]);
  });
});
