import { expect, it } from 'vitest';
import { DEFAULT_IDLE, decodeIdle, IDLE_MINUTES } from '@/lib/settings/idle';

it('is off until it is wanted', () => {
  expect(decodeIdle(undefined)).toEqual(DEFAULT_IDLE);
  expect(DEFAULT_IDLE.on).toBe(false);
});

it.each([...IDLE_MINUTES, 240])('%i minutes are read back with what goes with them', (minutes) => {
  const settings = { on: true, minutes, pause: 'lunch', comesBack: false };
  expect(decodeIdle(settings)).toEqual(settings);
});

it.each([0, -5, 2.5, 241, '10', null, Number.NaN])('%s minutes make no sense', (minutes) => {
  expect(decodeIdle({ on: true, minutes }).minutes).toBe(DEFAULT_IDLE.minutes);
});

it('anything else that makes no sense is as by default', () => {
  for (const value of [null, 'on', [], { on: 'perhaps', pause: {}, comesBack: 7 }]) {
    expect(decodeIdle(value)).toEqual(DEFAULT_IDLE);
  }
});
