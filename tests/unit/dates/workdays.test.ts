import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '../../../utils/dates/workdays';

describe('working days', () => {
  it.each([
    ['2024-04-03', true],
    ['2024-04-04', false],
    ['2024-04-05', false],
    ['2024-04-07', true],
    ['2024-04-13', false],
    ['2024-05-11', true],
    ['2025-10-08', false],
    ['2026-02-28', true],
  ])('%s', (day, worked) => expect(isWorkingDay(day)).toBe(worked));

  it('counts over 清明: the worked Sunday in, the holiday out', () => {
    expect(workingDaysBetween('2024-04-03', '2024-04-18')).toBe(10);
    expect(workingDaysBetween('2024-04-18', '2024-04-18')).toBe(0);
    expect(workingDaysBetween('2024-04-19', '2024-04-18')).toBe(0);
  });

  it('falls back to Monday to Friday where no notice is known', () => {
    expect(workingDaysBetween('2019-04-01', '2019-04-08')).toBe(5);
  });
});
