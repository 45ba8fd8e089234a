import { describe, expect, it } from 'vitest';
import { ReadingMeter } from '../../../utils/reading/meter';

describe('ReadingMeter', () => {
  it('counts only the time in view', () => {
    const meter = new ReadingMeter();
    expect(meter.take(5000)).toBeNull();
    meter.show(10_000);
    meter.hide(14_500);
    meter.show(60_000);
    expect(meter.take(63_000)).toEqual({ seconds: 7, share: 0 });
    // The half second that was left over counts the next time.
    expect(meter.take(63_400)).toBeNull();
    expect(meter.take(63_500)).toEqual({ seconds: 1, share: 0 });
  });

  it('stops two minutes after the last movement, and goes on with the next', () => {
    const meter = new ReadingMeter();
    meter.show(0);
    meter.move(60_000);
    expect(meter.take(600_000)!.seconds).toBe(180);
    expect(meter.take(900_000)).toBeNull();
    meter.move(1_000_000);
    expect(meter.take(1_005_000)!.seconds).toBe(5);
  });

  it('counts no movement of a hidden page', () => {
    const meter = new ReadingMeter();
    meter.move(1000);
    expect(meter.take(9000)).toBeNull();
  });

  it('remembers how far the page was seen', () => {
    const meter = new ReadingMeter();
    meter.show(0);
    meter.see(40);
    meter.see(80.4);
    meter.see(30);
    expect(meter.take(1000)!.share).toBe(80);
    meter.see(120);
    expect(meter.take(2000)!.share).toBe(100);
  });
});
