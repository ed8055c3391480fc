import { describe, expect, it } from 'vitest';
import {
  DEFAULT_ALERTS,
  decodeAlerts,
  defaultRungs,
  isQuietAt,
  RUNGS,
  type Rung,
  type Rungs,
  rungsOf,
} from '@/lib/settings/alerts';

const on = (rungs: Rungs): Rung[] => RUNGS.filter((rung) => rungs[rung]);

describe('by default', () => {
  it('a call of the agent is seen, heard and goes on', () => {
    expect(on(defaultRungs('own', 'CALL', false))).toEqual([
      'badge',
      'notification',
      'tone',
      'repeat',
    ]);
  });

  it('a call that rings on a telephone is seen in silence', () => {
    expect(on(defaultRungs('own', 'CALL', true))).toEqual(['badge', 'notification']);
  });

  it.each(['CHAT', 'SMS', 'WAP'] as const)('%s is heard once, telephone or not', (type) => {
    for (const onTelephone of [true, false]) {
      expect(on(defaultRungs('own', type, onTelephone))).toEqual(['badge', 'notification', 'tone']);
    }
  });

  it.each(['EMAIL', 'COMMENT', 'CUSTOM', 'OTHER'] as const)('%s is seen in silence', (type) => {
    expect(on(defaultRungs('own', type, false))).toEqual(['badge', 'notification']);
  });

  it('what waits for anybody alerts nobody', () => {
    expect(on(defaultRungs('pool', 'CALL', false))).toEqual([]);
  });
});

it('what the agent has chosen wins over the telephone and leaves the rest as it is', () => {
  const settings = {
    ...DEFAULT_ALERTS,
    rungs: { own: { CALL: { tone: true, badge: false } }, pool: {} },
  };
  expect(on(rungsOf(settings, 'own', 'CALL', true))).toEqual(['notification', 'tone']);
  expect(on(rungsOf(settings, 'own', 'EMAIL', true))).toEqual(['badge', 'notification']);
});

describe('what is stored', () => {
  it('comes back as it was', () => {
    const stored = {
      rungs: { own: { CALL: { window: true } }, pool: { CHAT: { badge: true } } },
      quietOnTelephone: false,
      tone: 'wood',
      volume: 0.25,
      output: 'headset',
      quietHours: { from: 1320, to: 360 },
      spoken: true,
      lostTone: false,
      autoPause: false,
    };
    expect(decodeAlerts(structuredClone(stored))).toEqual(stored);
  });

  it.each([
    [undefined],
    [null],
    ['loud'],
    [[]],
    [{ rungs: 'all', tone: 'siren', volume: 7, output: 3.5, quietHours: { from: 5 }, spoken: 'x' }],
    [{ rungs: { own: { CALL: 'on', FAX: { tone: true } }, pool: [] }, volume: -1 }],
    [{ quietHours: { from: -1, to: 5_000 }, volume: Number.NaN }],
  ])('%j is read as far as it makes sense', (stored) => {
    const { output, ...rest } = decodeAlerts(stored);
    const { output: _, ...defaults } = DEFAULT_ALERTS;
    expect(rest).toEqual(defaults);
  });
});

describe('quiet hours', () => {
  const at = (hours: number, minutes = 0) => new Date(2026, 0, 12, hours, minutes);
  const night = { from: 22 * 60, to: 6 * 60 + 30 };
  const lunch = { from: 12 * 60, to: 13 * 60 };

  it.each([
    [night, at(22), true],
    [night, at(23, 59), true],
    [night, at(0), true],
    [night, at(6, 29), true],
    [night, at(6, 30), false],
    [night, at(21, 59), false],
    [lunch, at(12), true],
    [lunch, at(13), false],
    [lunch, at(11, 59), false],
    [{ from: 60, to: 60 }, at(1), false],
    [null, at(3), false],
  ])('%j at %s are quiet: %s', (hours, time, quiet) => {
    expect(isQuietAt(hours, time)).toBe(quiet);
  });
});
