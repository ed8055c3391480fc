import { expect, it } from 'vitest';
import { agentDevices } from '@/lib/agent/agent-devices';
import { reduce } from '@/lib/agent/reduce';
import type { AgentState } from '@/lib/agent/state';
import { aDevice, anExtension, aState, aWhoim, NOW_MS } from '../../support/builders';

const desk = aDevice({ name: '305', title: 'Desk phone' });
const headset = aDevice({ name: '310', title: 'Headset' });

const on = (state: AgentState) =>
  agentDevices(state)
    .filter(({ connected }) => connected)
    .map(({ device }) => device.name);

const withOwn = (overrides: Partial<AgentState> = {}) =>
  aState({ whoim: aWhoim({ devices: [desk] }), ...overrides });

it('the server has the last word on which devices are connected', () => {
  const state = withOwn({
    extension: anExtension({ devices: [headset] }),
    deviceChanges: { 305: true },
  });
  expect(on(state)).toEqual(['310']);
});

it("one's own devices are taken for connected once ready", () => {
  expect(on(withOwn())).toEqual(['305']);
});

it('no device is taken for connected while unready', () => {
  const state = withOwn({
    extension: anExtension({ state: 'Session' }),
    deviceChanges: { 310: true },
  });
  expect(on(state)).toEqual([]);
});

it('a device that was only found is not taken for connected', () => {
  expect(on(withOwn({ availableDevices: [headset] }))).toEqual(['305']);
});

it('what was added and removed from here counts', () => {
  const state = withOwn({
    availableDevices: [headset],
    deviceChanges: { 305: false, 310: true },
  });
  expect(on(state)).toEqual(['310']);
});

it('what was added is forgotten with going unready', () => {
  const state = withOwn({ deviceChanges: { 310: true } });
  const reply = { hash: 'h', changes: { extension: anExtension({ state: 'Session' }) } };
  const after = reduce(state, { type: 'pulled', reply, complete: false, atMs: NOW_MS });
  expect(after.deviceChanges).toEqual({});
});

it('a device in several lists is one device with its title', () => {
  const bare = aDevice({ name: '305', title: null });
  const state = withOwn({ availableDevices: [bare, headset] });
  expect(agentDevices(state).map(({ device }) => device.title)).toEqual(['Desk phone', 'Headset']);
});
