import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReportFacts, reportOf } from '@/lib/diagnostics/report';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import {
  anActivity,
  anAnnouncement,
  anEmail,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aStatus,
  NOW_MS,
} from '../../support/builders';

const FACTS: ReportFacts = {
  atMs: NOW_MS,
  version: '0.1.0',
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1.2',
  platform: { os: 'linux', arch: 'x86-64' },
  permissions: ['storage', 'idle', 'notifications'],
  origins: ['https://plynarna.daktela.com/*', 'https://crm.example/*'],
  keys: 4,
  settings: {
    ...DEFAULT_SETTINGS,
    acceptDevice: '305',
    language: 'cs',
    openPanels: { queues: true },
    windowBounds: { left: 0, top: 0, width: 400, height: 700 },
    sites: { mode: 'listed', listed: ['crm.example'], blocked: [] },
    dialling: {
      ...DEFAULT_SETTINGS.dialling,
      country: 'CZ',
      perCountry: { SK: 'zeros' },
      ownPrefix: '+420226211',
    },
    screenPop: {
      ...DEFAULT_SETTINGS.screenPop,
      in: 'ring',
      search: 'https://crm.example/?q={number}',
    },
    alerts: { ...DEFAULT_SETTINGS.alerts, output: 'device-id-77', volume: 0.5 },
    shortcuts: { pause: 'lunch' },
    idle: { on: true, minutes: 15, pause: 'lunch', comesBack: false },
  },
  state: aState({
    activities: [anActivity(), anOpenCall(), anEmail()],
    extension: anExtension({ state: 'Paused', pause: aPause() }),
    announcements: [anAnnouncement()],
    queueStatuses: { 3001: [aStatus()] },
    trouble: {
      failure: { kind: 'server', messages: ['The database of plynarna is full'] },
      sinceMs: NOW_MS - 4_000,
      retryAtMs: NOW_MS,
      notBeforeMs: NOW_MS,
    },
    notice: { id: 'x', number: '+420777123456', failure: { kind: 'refused', messages: ['No'] } },
    leftIdle: {
      to: { kind: 'pause', pause: 'lunch' },
      atMs: NOW_MS,
      computer: 'idle',
      isSeen: true,
    },
    nextState: { kind: 'pause', pause: 'lunch' },
  }),
  events: [
    { atMs: NOW_MS, kind: 'workerStarted' },
    { atMs: NOW_MS + 1, kind: 'pollFailed', failure: 'server', status: 503, tookMs: 12 },
    { atMs: NOW_MS + 2, kind: 'command', command: 'accept', failure: null, tookMs: 80 },
    { atMs: NOW_MS + 3, kind: 'pollSent', complete: true },
  ],
  sizes: {
    session: { snapshot: 4_000, credentials: 200, 'anna.novakova': 9 },
    local: { settings: 900 },
  },
};

const parsed = (changes: Partial<ReportFacts> = {}) =>
  JSON.parse(reportOf({ ...FACTS, ...changes }));

describe('a report', () => {
  it('tells the versions and where it runs', () => {
    expect(parsed()).toMatchObject({
      at: '2026-01-12T08:00:00.000Z',
      extension: '0.1.0',
      browser: ['Chrome 156.0.0.0', 'Edg 156.0.1.2'],
      platform: ['linux', 'x86-64'],
    });
    const userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
    expect(parsed({ userAgent }).browser).toEqual(['Firefox 140.0']);
  });

  it('tells what is allowed, and of sites how many', () => {
    expect(parsed()).toMatchObject({
      permissions: ['idle', 'notifications', 'storage'],
      sites: 2,
      everySite: false,
    });
    expect(parsed({ origins: ['https://*/*', 'http://*/*'] }).everySite).toBe(true);
  });

  it('tells the settings, and of what was typed only that it was', () => {
    expect(parsed().settings).toMatchObject({
      language: 'cs',
      acceptDevice: 'set',
      readyDevice: null,
      openPanels: 1,
      windowBounds: 'set',
      sites: { mode: 'listed', listed: 1, blocked: 0 },
      dialling: { country: 'CZ', perCountry: 1, ownPrefix: 'set', outsideLine: null },
      screenPop: { in: 'ring', search: 'set', contact: null },
      alerts: { output: 'set', volume: 0.5 },
      idle: { on: true, minutes: 15, pause: 'set', comesBack: false },
    });
    expect(Object.keys(parsed().settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
  });

  it('tells how things stand, in kinds and counts', () => {
    expect(parsed().state).toMatchObject({
      phase: 'signedIn',
      link: 'connected',
      trouble: 'server',
      troubleSeconds: 4,
      agent: 'Paused',
      pause: 'own',
      activities: { 'CALL WAIT': 1, 'CALL OPEN': 1, 'EMAIL WAIT': 1 },
      nextState: 'pause',
      leftIdle: 'pause',
      notice: 'refused',
    });
  });

  it('tells what has happened, each with its time, the last at the end', () => {
    expect(parsed().events).toEqual([
      '2026-01-12T08:00:00.000Z workerStarted',
      '2026-01-12T08:00:00.001Z pollFailed failure=server status=503 tookMs=12',
      '2026-01-12T08:00:00.002Z command failure=null tookMs=80 command=accept',
      '2026-01-12T08:00:00.003Z pollSent complete=true',
    ]);
  });

  it('tells what the storage holds, and how many things it does not know', () => {
    expect(parsed().session).toEqual({ snapshot: 4_000, credentials: 200, others: 1 });
    expect(parsed().local).toEqual({ settings: 900, others: 0 });
  });

  it('leaves out what is no event', () => {
    const events = [null, 'poll', { kind: 'pollSent' }, { atMs: NOW_MS, kind: 'dialled' }];
    expect(parsed({ events }).events).toEqual([]);
    expect(parsed({ events: undefined }).events).toEqual([]);
  });
});

/** The facts with the secret in place of some of their texts, of keys that are not ours, and of big numbers. */
function poisoned(value: unknown, secret: string, isHit: () => boolean): unknown {
  if (typeof value === 'string') return isHit() ? secret : value;
  if (typeof value === 'number') return isHit() && value > 1e6 ? Number(secret) || value : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => poisoned(item, secret, isHit));
    return isHit() ? [...items, secret, { [secret]: secret, kind: secret, atMs: NOW_MS }] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key, poisoned(item, secret, isHit)] as const,
  );
  return Object.fromEntries(isHit() ? [...entries, [secret, secret]] : entries);
}

const secrets = fc.oneof(
  fc.stringMatching(/^[a-f0-9]{40}$/),
  fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20,60}\.[A-Za-z0-9_-]{10,30}$/),
  fc.stringMatching(/^\+?[1-9][0-9]{8,13}$/),
  fc.stringMatching(/^[a-z]{4,9}\.[a-z]{4,9}$/),
  fc.stringMatching(/^[a-z]{4,9}\.daktela\.com$/),
  fc.stringMatching(/^https:\/\/[a-z]{5,9}\.daktela\.com\/api\/v6\?accessToken=[a-f0-9]{12}$/),
  fc.stringMatching(/^Chrome\/[1-9][0-9]{8,11}$/),
  fc.stringMatching(/^[A-ZÁČŘŽ][a-záéíóúůýčďěňřšťž]{3,9} [A-ZÁČŘŽ][a-záéíóúůýčďěňřšťž]{3,9}$/),
);

describe('no secret', () => {
  it('gets into a report, wherever it stands in what is known', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }),
        (secret, dice) => {
          let rolls = 0;
          const isHit = () => dice[rolls++ % dice.length] !== 0;
          const report = reportOf(poisoned(FACTS, secret, isHit) as ReportFacts);
          const digits = secret.replace(/^(\+|Chrome\/)/, '');
          expect(report).not.toContain(secret);
          if (/^\d+$/.test(digits)) expect(report).not.toContain(digits);
        },
      ),
      { numRuns: 2_000, seed: 20_260_112 },
    );
  });

  it('gets into it from any single place either', () => {
    const secret = 'petr.svoboda+420777999888@plynarna.daktela.com';
    let places = 1;
    for (let place = 0; place < places; place += 1) {
      let seen = 0;
      const isHit = () => seen++ === place;
      const facts = poisoned(FACTS, secret, isHit) as ReportFacts;
      places = seen;
      expect(reportOf(facts), `at ${place}`).not.toMatch(/svoboda|777999888|plynarna/);
    }
    expect(places).toBeGreaterThan(200);
  });

  it('is in the report of an ordinary day', () => {
    const report = reportOf(FACTS);
    for (const secret of [
      'Anna',
      'anna.novakova',
      '600111222',
      '777123456',
      '420226211',
      'daktela',
      'plynarna',
      'crm.example',
      'Support',
      '3001',
      'jana@example.com',
      'invoice',
      'Lunch',
      'lunch',
      'device-id',
      'activities_',
      'database',
    ]) {
      expect(report).not.toContain(secret);
    }
  });
});
