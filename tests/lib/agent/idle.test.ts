import { describe, expect, it } from 'vitest';
import { type ComputerState, idleWish, isBusy } from '@/lib/agent/idle';
import { reduce } from '@/lib/agent/reduce';
import { type AgentState, type LeftIdle, SIGNED_OUT } from '@/lib/agent/state';
import { DEFAULT_IDLE, type IdleSettings } from '@/lib/settings/idle';
import {
  aChannel,
  anActivity,
  anEmail,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aWhoim,
  NOW_MS,
} from '../../support/builders';

const MINUTE_MS = 60_000;
const UNREADY = { kind: 'unready' } as const;
const LUNCH = { kind: 'pause', pause: 'lunch' } as const;
const session = anExtension({ state: 'Session' });
const onLunch = anExtension({ state: 'Paused', pause: aPause() });

const settings = (changes: Partial<IdleSettings> = {}): IdleSettings => ({
  ...DEFAULT_IDLE,
  on: true,
  ...changes,
});

const left = (changes: Partial<LeftIdle> = {}): LeftIdle => ({
  to: UNREADY,
  atMs: NOW_MS - 5 * MINUTE_MS,
  computer: 'idle',
  isSeen: true,
  ...changes,
});

function wish(
  computer: ComputerState | null,
  state: Partial<AgentState> = {},
  chosen: Partial<IdleSettings> = {},
  nowMs = NOW_MS,
) {
  return idleWish(aState(state), computer, settings(chosen), nowMs);
}

describe('nobody at the computer', () => {
  it.each(['idle', 'locked'] as const)('has a ready agent leave while it is %s', (computer) => {
    expect(wish(computer)).toEqual({ type: 'leave', to: UNREADY, computer });
    expect(wish(computer, {}, { pause: 'lunch' })).toEqual({ type: 'leave', to: LUNCH, computer });
  });

  it.each([
    ['the option is off', { on: false }, {}],
    ['somebody is signed out', {}, SIGNED_OUT],
    ['the state is not confirmed', {}, { pulledAtMs: NOW_MS - 31_000 }],
    ['the agent is unready', {}, { extension: session }],
    ['the agent is paused', {}, { extension: onLunch }],
    [
      'Daktela has paused the agent',
      {},
      { extension: anExtension({ state: 'Paused', pause: aPause({ kind: 'lajdak' }) }) },
    ],
    ['the state has no name', {}, { extension: anExtension({ state: 'Unknown' }) }],
    ['a call rings', {}, { activities: [anActivity()] }],
    ['an e-mail is offered', {}, { activities: [anEmail()] }],
    ['a call is talked', {}, { activities: [anOpenCall()] }],
    ['a call of no known state is open', {}, { activities: [anOpenCall({ channels: null })] }],
    ['the telephone is busy', {}, { extension: anExtension({ device: 'Busy' }) }],
    [
      'a call is written up',
      {},
      {
        activities: [
          anOpenCall({
            channels: [aChannel({ state: 'Closed', closedAtMs: NOW_MS - 29 * MINUTE_MS })],
          }),
        ],
      },
    ],
    ['a call was over a moment ago', {}, { busyAtMs: NOW_MS - 9 * MINUTE_MS }],
    ['the agent was made ready elsewhere', {}, { readyElsewhere: true }],
    ['it was done a moment ago', {}, { leftIdle: left({ isSeen: false, atMs: NOW_MS - 5_000 }) }],
  ] as const)('changes nothing when %s', (_when, chosen, state) => {
    for (const computer of ['idle', 'locked'] as const) {
      expect(wish(computer, state, chosen)).toBeNull();
    }
  });

  it('is not known where the browser does not tell', () => {
    expect(wish(null)).toBeNull();
    expect(wish(null, { leftIdle: left() })).toBeNull();
  });

  it('leaves a call that was left lying half an hour ago, and what is written', () => {
    const closedAtMs = NOW_MS - 31 * MINUTE_MS;
    const lying = anOpenCall({ channels: [aChannel({ state: 'Closed', closedAtMs })] });
    const email = anEmail({ action: 'OPEN' });
    expect(wish('idle', { activities: [lying, email] })).toMatchObject({ type: 'leave' });
  });

  it('counts from the end of the last call, as a desk phone needs no computer', () => {
    expect(wish('idle', { busyAtMs: NOW_MS - 10 * MINUTE_MS })).toMatchObject({ type: 'leave' });
    expect(wish('idle', { busyAtMs: NOW_MS - 10 * MINUTE_MS }, { minutes: 11 })).toBeNull();
  });

  it('goes unready where the chosen pause is not allowed any more', () => {
    for (const pause of ['gone', 'wrap']) {
      const whoim = aWhoim({ pauses: [aPause(), aPause({ name: 'wrap', kind: 'wrap' })] });
      expect(wish('idle', { whoim }, { pause })).toMatchObject({ to: UNREADY });
    }
    expect(wish('idle', { whoim: null }, { pause: 'lunch' })).toMatchObject({ to: LUNCH });
  });

  it('can do nothing for one who is always logged in and has no such pause', () => {
    const whoim = aWhoim({ staticLogin: true });
    expect(wish('idle', { whoim })).toBeNull();
    expect(wish('idle', { whoim }, { pause: 'lunch' })).toMatchObject({ to: LUNCH });
  });

  it('is asked for again when it has not arrived', () => {
    const lost = left({ isSeen: false, atMs: NOW_MS - 20_000 });
    expect(wish('idle', { leftIdle: lost })).toMatchObject({ type: 'leave' });
  });
});

describe('somebody back at the computer', () => {
  it('undoes what was done, and nothing else', () => {
    expect(wish('active', { extension: session, leftIdle: left() })).toEqual({ type: 'return' });
    expect(wish('active', { extension: onLunch, leftIdle: left({ to: LUNCH }) })).toEqual({
      type: 'return',
    });
    expect(wish('active', { extension: session })).toBeNull();
    expect(wish('active')).toBeNull();
  });

  it('is asked first when that was chosen, or after two hours', () => {
    const state = { extension: session, leftIdle: left() };
    expect(wish('active', state, { comesBack: false })).toBeNull();
    const long = left({ atMs: NOW_MS - 120 * MINUTE_MS });
    expect(wish('active', { ...state, leftIdle: long })).toBeNull();
  });

  it('is left alone while in a call', () => {
    const extension = anExtension({ state: 'Session', device: 'Busy' });
    expect(wish('active', { extension, leftIdle: left() })).toBeNull();
  });

  it('forgets what has not arrived, once it could have', () => {
    const lost = (atMs: number) => ({ leftIdle: left({ isSeen: false, atMs }) });
    expect(wish('active', lost(NOW_MS - 19_000))).toBeNull();
    expect(wish('active', lost(NOW_MS - 20_000))).toEqual({ type: 'forget' });
  });

  it('is at this computer after all', () => {
    expect(wish('active', { readyElsewhere: true })).toEqual({ type: 'seenHere' });
  });
});

it('what was done is forgotten when the option is switched off', () => {
  const state = { extension: session, leftIdle: left() };
  expect(wish('idle', state, { on: false })).toEqual({ type: 'forget' });
  expect(wish('idle', { extension: session }, { on: false })).toBeNull();
});

describe('what was done', () => {
  const pulled = (state: AgentState, extension: AgentState['extension'], atMs = NOW_MS + 1_000) =>
    reduce(state, {
      type: 'pulled',
      reply: { hash: 'h', changes: { extension } },
      complete: false,
      atMs,
    });
  const leaving = aState({ leftIdle: left({ isSeen: false }) });

  it('is seen with the first pull that shows it', () => {
    expect(pulled(leaving, session).leftIdle).toMatchObject({ isSeen: true });
    expect(pulled(leaving, null).leftIdle).toMatchObject({ isSeen: true });
    const pausing = aState({ leftIdle: left({ to: LUNCH, isSeen: false }) });
    expect(pulled(pausing, onLunch).leftIdle).toMatchObject({ isSeen: true });
  });

  it('waits for a pull that shows it', () => {
    expect(pulled(leaving, anExtension()).leftIdle).toMatchObject({ isSeen: false });
  });

  it('is nobody’s to undo once the state was changed', () => {
    const gone = pulled(leaving, session);
    expect(pulled(gone, onLunch).leftIdle).toBeNull();
    expect(pulled(gone, anExtension()).leftIdle).toBeNull();
    expect(pulled(gone, anExtension({ state: 'Unknown' })).leftIdle).not.toBeNull();
    const other = anExtension({ state: 'Paused', pause: aPause({ name: 'other' }) });
    const paused = pulled(aState({ leftIdle: left({ to: LUNCH }) }), onLunch);
    expect(pulled(paused, other).leftIdle).toBeNull();
  });

  it('is nobody’s to undo once the agent has asked for something', () => {
    const asked = { type: 'commanded', to: 'Session', atMs: NOW_MS } as const;
    const gone = pulled(leaving, session);
    expect(reduce(gone, { ...asked, planned: false }).leftIdle).toBeNull();
    expect(reduce(gone, { ...asked, planned: true }).leftIdle).not.toBeNull();
  });
});

describe('an agent who works elsewhere', () => {
  const reply = (extension: AgentState['extension']) => ({ hash: 'h', changes: { extension } });
  const pulledInTurn = (...extensions: AgentState['extension'][]) =>
    extensions.reduce<AgentState>(
      (state, extension, index) =>
        reduce(state, {
          type: 'pulled',
          reply: reply(extension),
          complete: false,
          atMs: NOW_MS + index * MINUTE_MS,
        }),
      aState({ extension: session }),
    );
  const wrapUp = anExtension({ state: 'Paused', pause: aPause({ name: 'wrap', kind: 'wrap' }) });

  it('is known by going ready without a command from here', () => {
    expect(pulledInTurn(anExtension()).readyElsewhere).toBe(true);
    expect(pulledInTurn(onLunch).readyElsewhere).toBe(false);
  });

  it('stays so through the pauses of the system', () => {
    expect(pulledInTurn(anExtension(), wrapUp, anExtension()).readyElsewhere).toBe(true);
  });

  it('is here again with a command from here, or when somebody is seen', () => {
    const state = pulledInTurn(anExtension());
    const asked = { type: 'commanded', to: 'Paused', atMs: NOW_MS, planned: false } as const;
    expect(reduce(state, asked).readyElsewhere).toBe(false);
    expect(reduce(state, { type: 'seenHere' }).readyElsewhere).toBe(false);
  });
});

it('the end of the last call is remembered, quiet pulls of a long one included', () => {
  const talking = aState({ activities: [anOpenCall()] });
  const quiet = { hash: 'h', changes: {} };
  const during = reduce(talking, {
    type: 'pulled',
    reply: quiet,
    complete: false,
    atMs: NOW_MS + 15_000,
  });
  expect(during.busyAtMs).toBe(NOW_MS + 15_000);
  const over = reduce(during, {
    type: 'pulled',
    reply: { hash: 'i', changes: { activities: [] } },
    complete: true,
    atMs: NOW_MS + 20_000,
  });
  expect(over.busyAtMs).toBe(NOW_MS + 15_000);
});

it('nothing in hand is no work', () => {
  expect(isBusy(aState(), NOW_MS)).toBe(false);
});
