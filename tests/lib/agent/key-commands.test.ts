import { describe, expect, it } from 'vitest';
import { askedByKey, isKeyCommand, type KeyChoices } from '@/lib/agent/key-commands';
import type { AgentState } from '@/lib/agent/state';
import {
  aChannel,
  aDevice,
  anActivity,
  anEmail,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aWhoim,
  COLLEAGUE,
  NOW_MS,
} from '../../support/builders';

const NONE: KeyChoices = { acceptDevice: null, readyDevice: null, pause: null };
const second = (overrides = {}) => anActivity({ name: 'activities_2', ...overrides });

describe.each(['accept', 'reject'] as const)('the key to %s', (key) => {
  const asked = (state: AgentState) => askedByKey(key, state, NONE);
  const meant = (state: AgentState) => {
    const { request } = asked(state);
    return request && 'activity' in request ? request.activity : null;
  };

  it('means the only one that rings', () => {
    const call = anActivity();
    expect(asked(aState({ activities: [call] }))).toMatchObject({
      asked: key,
      request: { type: `activity.${key}`, activity: call.name },
    });
  });

  it('means the call that has rung longest, in whatever order they come', () => {
    const older = second({ waitingSinceMs: NOW_MS - 9_000 });
    expect(meant(aState({ activities: [anActivity(), older] }))).toBe(older.name);
    expect(meant(aState({ activities: [older, anActivity()] }))).toBe(older.name);
  });

  it('means a call before anything written, which nobody waits on the line for', () => {
    const older = anEmail({ waitingSinceMs: NOW_MS - 60_000 });
    expect(meant(aState({ activities: [older, anActivity()] }))).toBe(anActivity().name);
    expect(meant(aState({ activities: [older] }))).toBe(older.name);
  });

  it('means none of two that began at the same time, or of one of which nobody knows when', () => {
    const nobodyKnows = { waitingSinceMs: null, createdAtMs: null };
    for (const times of [{}, nobodyKnows]) {
      const activities = [anActivity(), second(times)];
      expect(asked(aState({ activities }))).toEqual({
        asked: key,
        request: null,
        problem: 'severalRing',
      });
    }
  });

  it('means nothing that waits for anybody, rings at a colleague or is taken', () => {
    const activities = [
      anActivity({ name: 'pool', user: null }),
      anActivity({ name: 'theirs', user: COLLEAGUE }),
      anOpenCall({ name: 'open' }),
    ];
    expect(asked(aState({ activities }))).toEqual({
      asked: key,
      request: null,
      problem: 'nothingRings',
    });
  });
});

it('a call is accepted on the device that was last chosen', () => {
  const devices = [aDevice(), aDevice({ name: '306' })];
  const state = aState({ activities: [anActivity()], whoim: aWhoim({ devices }) });
  expect(askedByKey('accept', state, { ...NONE, acceptDevice: '306' }).request).toMatchObject({
    device: '306',
  });
});

describe('the key to hang up', () => {
  const asked = (...activities: AgentState['activities'][number][]) =>
    askedByKey('hang-up', aState({ activities }), NONE);
  const onHold = anOpenCall({ name: 'held', channels: [aChannel({ state: 'On Hold' })] });
  const ended = anOpenCall({ name: 'ended', channels: [aChannel({ state: 'Closed' })] });

  it('ends the only call, talked or not, known or not', () => {
    const legs = [[aChannel()], [aChannel({ state: 'Ringing' })], [], null];
    for (const channels of legs) {
      const call = anOpenCall({ channels });
      expect(asked(call).request).toEqual({ type: 'activity.hangUp', activity: call.name });
    }
    expect(asked(onHold).request).toMatchObject({ activity: 'held' });
  });

  it('ends the one that is talked while others are held', () => {
    expect(asked(onHold, anOpenCall()).request).toMatchObject({ activity: anOpenCall().name });
  });

  it('ends none of several that are talked, or of which none is', () => {
    const problem = { asked: 'hangUp', request: null, problem: 'severalCalls' };
    expect(asked(anOpenCall(), anOpenCall({ name: 'other' }))).toEqual(problem);
    expect(asked(onHold, { ...onHold, name: 'other' })).toEqual(problem);
  });

  it('has nothing to end in a call that is over, rings, or in what is written', () => {
    const problem = { asked: 'hangUp', request: null, problem: 'noCall' };
    expect(asked(ended, anActivity(), anEmail({ action: 'OPEN' }))).toEqual(problem);
    expect(asked()).toEqual(problem);
  });
});

describe('the key between ready and pause', () => {
  const lunch = aPause();
  const smoke = aPause({ name: 'smoke', title: 'Smoke' });
  const wrap = aPause({ name: 'wrap', kind: 'wrap' });
  const press = (overrides: Partial<AgentState>, choices: Partial<KeyChoices> = {}) =>
    askedByKey('toggle-ready', aState(overrides), { ...NONE, ...choices });
  const withPauses = (...pauses: (typeof lunch)[]) => ({ whoim: aWhoim({ pauses }) });

  it('starts the only pause there is, whatever the system has of its own', () => {
    expect(press(withPauses(lunch, wrap)).request).toEqual({ type: 'pause.start', pause: 'lunch' });
  });

  it('starts the chosen one of several', () => {
    expect(press(withPauses(lunch, smoke), { pause: 'smoke' }).request).toEqual({
      type: 'pause.start',
      pause: 'smoke',
    });
  });

  it.each([null, 'gone'])('starts none of several when %s was chosen', (pause) => {
    expect(press(withPauses(lunch, smoke), { pause })).toEqual({
      asked: 'pause',
      request: null,
      problem: 'choosePause',
    });
  });

  it('has an agent without pauses go unready, but not one who cannot', () => {
    expect(press(withPauses()).request).toEqual({ type: 'agent.unready' });
    const whoim = aWhoim({ pauses: [], staticLogin: true });
    expect(press({ whoim })).toMatchObject({ request: null, problem: 'choosePause' });
  });

  it('ends a pause, of the system too', () => {
    for (const pause of [lunch, wrap]) {
      const extension = anExtension({ state: 'Paused', pause });
      expect(press({ extension }).request).toEqual({ type: 'pause.end' });
    }
  });

  it.each([null, anExtension({ state: 'Session' })])('goes ready from %o', (extension) => {
    expect(press({ extension }).request).toEqual({ type: 'agent.ready', device: null });
  });

  it('goes ready with the device of last time, or with the only one', () => {
    const extension = anExtension({ state: 'Session' });
    const whoim = aWhoim({ devices: [] });
    const two = [aDevice(), aDevice({ name: '306' })];
    const unready = { extension, whoim, availableDevices: two };
    expect(press(unready, { readyDevice: 'sipDevices/306' }).request).toEqual({
      type: 'agent.ready',
      device: two[1],
    });
    expect(press({ ...unready, availableDevices: [aDevice()] }).request).toEqual({
      type: 'agent.ready',
      device: aDevice(),
    });
    for (const availableDevices of [two, [], null]) {
      expect(press({ ...unready, availableDevices })).toEqual({
        asked: 'ready',
        request: null,
        problem: 'chooseDevice',
      });
    }
  });

  it('does nothing from a state that Daktela does not name', () => {
    expect(press({ extension: anExtension({ state: 'Unknown' }) })).toMatchObject({
      request: null,
      problem: 'stateUnknown',
    });
  });
});

it('other commands are none of these', () => {
  expect(['accept', 'hang-up', 'call-selection', 'step-next'].map(isKeyCommand)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
