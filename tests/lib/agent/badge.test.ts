import { expect, it } from 'vitest';
import { type Badge, badgeOf, presenceTitle } from '@/lib/agent/badge';
import { reactions } from '@/lib/agent/reactions';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { DEFAULT_ALERTS } from '@/lib/settings/alerts';
import {
  aChannel,
  anActivity,
  anEmail,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  NOW_MS,
} from '../../support/builders';

const t = createTranslate('en', en);
const badge = (state: AgentState, nowMs = NOW_MS) => badgeOf(state, nowMs, t);

const paused = anExtension({ state: 'Paused', pause: aPause({ title: 'Oběd' }) });
const notice = {
  id: 'n',
  number: '+420777123456',
  failure: { kind: 'refused', messages: [] },
} as const;

const ringing = [anActivity()];

const states = {
  'signed out': SIGNED_OUT,
  ready: aState(),
  'on a call': aState({ activities: [anOpenCall()] }),
  'on a call with the caller gone': aState({
    activities: [anOpenCall({ channels: [aChannel({ state: 'Closed' })] })],
  }),
  ringing: aState({ activities: ringing }),
  paused: aState({ extension: paused }),
  unready: aState({ extension: anExtension({ state: 'Session' }) }),
  'in a state not known': aState({ extension: anExtension({ state: 'Unknown' }) }),
  connecting: aState({ link: 'connecting' }),
  reconnecting: aState({ link: 'reconnecting' }),
  offline: aState({ link: 'offline' }),
  'with a notice': aState({ notice }),
} satisfies Record<string, AgentState>;
const named = Object.entries(states);

it.each<[keyof typeof states, string]>([
  ['signed out', ''],
  ['ready', ''],
  ['on a call', ''],
  ['ringing', '1'],
  ['paused', 'II'],
  ['unready', 'off'],
  ['in a state not known', '…'],
  ['connecting', '…'],
  ['reconnecting', '…'],
  ['offline', '…'],
  ['with a notice', '!'],
])('the badge of an agent who is %s says %j', (name, text) => {
  expect(badge(states[name]).text).toBe(text);
});

it('ringing, pause, unready, a notice and a lost link differ without their colours', () => {
  const names = ['ready', 'ringing', 'paused', 'unready', 'with a notice', 'offline'] as const;
  expect(new Set(names.map((name) => badge(states[name]).text)).size).toBe(names.length);
});

it('what the agent does not want on the button is not counted', () => {
  const rungs = { own: { EMAIL: { badge: false } }, pool: {} };
  const state = aState({ activities: [anActivity(), anEmail()] });
  expect(badgeOf(state, NOW_MS, t, { ...DEFAULT_ALERTS, rungs }).text).toBe('1');
});

it('what waits for anybody is counted when the agent wants that, and never in the place of the truth', () => {
  const settings = { ...DEFAULT_ALERTS, rungs: { own: {}, pool: { CALL: { badge: true } } } };
  const activities = [anActivity({ action: 'NEW', user: null })];
  const badgeIn = (state: AgentState) => badgeOf(state, NOW_MS, t, settings);
  expect(badgeIn(aState({ activities })).text).toBe('1');
  expect(badgeIn(aState({ activities })).color).not.toBe(badge(states.ringing).color);
  expect(badge(aState({ activities })).text).toBe('');
  expect(badgeIn({ ...states.unready, activities }).text).toBe('off');
  expect(badgeIn({ ...states.offline, activities }).text).toBe('…');
});

it.each([
  ['accept', 'Accepting did not work'],
  ['reject', 'Rejecting did not work'],
  ['endPause', 'Ending the pause did not work'],
] as const)('a press on a notification that failed is named: %s', (asked, words) => {
  const failed = { id: 'n', asked, failure: notice.failure };
  expect(badge(aState({ notice: failed }))).toMatchObject({ text: '!' });
  expect(badge(aState({ notice: failed })).title).toContain(words);
});

it('a press on a notification that failed is named with the caller it was about', () => {
  const activity = anActivity({ callerName: 'Jana Nováková' });
  const failed = { id: 'n', asked: 'reject', failure: notice.failure, activity } as const;
  expect(badge(aState({ notice: failed })).title).toContain(
    'Rejecting did not work: Jana Nováková',
  );
});

it('the number on the badge is the number of ringing activities', () => {
  const activities = ['a', 'b', 'c'].map((name) => anActivity({ name }));
  expect(badge(aState({ activities })).text).toBe('3');
});

it.each<[string, Partial<AgentState>]>([
  ['a pause', { extension: paused }],
  ['an agent not ready', { extension: anExtension({ state: 'Session' }) }],
  ['a state of the agent that is not known', { extension: anExtension({ state: 'Unknown' }) }],
  ['another call', { activities: [anOpenCall({ name: 'b' }), ...ringing] }],
  ['a link lost a moment ago', { link: 'reconnecting' }],
  ['a notice', { notice }],
])('ringing is shown over %s', (_, overrides) => {
  expect(badge(aState({ activities: ringing, ...overrides })).text).toBe('1');
});

it.each(named.filter(([name]) => name !== 'signed out'))(
  'an agent who was %s more than 30 seconds ago has no badge but …',
  (_, state) => {
    expect(badge(state, NOW_MS + 30_001).text).toBe('…');
  },
);

it.each(named)('of an agent unheard of for 30 s nothing is claimed: %s', (_, state) => {
  const { title } = badge(state, NOW_MS + 30_001);
  expect(title).not.toMatch(/ready|ringing|paused|on a call|: connected/i);
});

function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each(named)('white text can be read on the badge of an agent who is %s', (_, state) => {
  const { color } = badge(state);
  expect(color).toMatch(/^#[\da-f]{6}$/);
  expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

it('a badge has room for no more than three characters', () => {
  for (const [, state] of named) expect([...badge(state).text].length).toBeLessThanOrEqual(3);
});

it.each<[keyof typeof states, string]>([
  ['signed out', 'Agent Widget for Daktela: signed out'],
  ['ready', 'Agent Widget for Daktela: Ready'],
  ['on a call', 'Agent Widget for Daktela: On a call'],
  ['on a call with the caller gone', 'Agent Widget for Daktela: Ready'],
  ['ringing', 'Agent Widget for Daktela: +420600111222 is ringing in Support · Ready'],
  ['paused', 'Agent Widget for Daktela: Paused: Oběd'],
  ['unready', 'Agent Widget for Daktela: Unready'],
  ['in a state not known', 'Agent Widget for Daktela: State unknown'],
  ['reconnecting', 'Agent Widget for Daktela: Ready · Reconnecting'],
  ['with a notice', 'Agent Widget for Daktela: Ready · Calling +420777123456 did not work'],
])('the title of an agent who is %s says it in words', (name, title) => {
  expect(badge(states[name]).title).toBe(title);
});

it.each([
  ['no queue', anActivity({ queue: null }), '+420600111222 is ringing'],
  ['no number', anActivity({ number: null, title: null }), 'Unknown caller is ringing in Support'],
])('the title names a caller with %s', (_, activity, words) => {
  expect(badge(aState({ activities: [activity] })).title).toContain(`: ${words} ·`);
});

it('the title counts several ringing activities', () => {
  const activities = ['a', 'b'].map((name) => anActivity({ name }));
  expect(badge(aState({ activities })).title).toContain('2 activities are ringing');
});

it('the title of a lost link says so and does not claim a state', () => {
  expect(badge(aState(), NOW_MS + 30_001).title).toBe(
    'Agent Widget for Daktela: State unknown · Reconnecting',
  );
});

it('a pause without any name is still a pause', () => {
  const state = aState({ extension: anExtension({ state: 'Paused' }) });
  expect(presenceTitle(state, NOW_MS, t)).toBe('Paused: Pause');
});

it.each(named)('the same state twice gives the same badge and no effects: %s', (_, state) => {
  const again = structuredClone(state);
  const first: Badge = badge(state);
  expect(badge(again)).toEqual(first);
  expect(reactions(state, again)).toEqual([]);
});
