import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isCalendarKnown,
  isWorkingDay,
  workingDaysBetween,
} from '../../../utils/dates/workdays';

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
    expect(workingDaysBetween('2031-04-01', '2031-04-08')).toBe(5);
    expect(isCalendarKnown('2026-12-28', '2027-01-08')).toBe(false);
    expect(isCalendarKnown('2019-12-28', '2020-01-08')).toBe(true);
  });

  it('finds the day on which a number of working days is over', () => {
    expect(addWorkingDays('2024-09-27', 7)).toBe('2024-10-12');
    expect(workingDaysBetween('2024-09-27', '2024-10-12')).toBe(7);
  });
});
