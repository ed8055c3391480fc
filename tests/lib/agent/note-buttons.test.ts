import { expect, it } from 'vitest';
import { acceptDeviceOf, acceptDevices } from '@/lib/agent/accept-device';
import { askedBy } from '@/lib/agent/note-buttons';
import {
  aDevice,
  anActivity,
  anEmail,
  anExtension,
  aPause,
  aState,
  aWhoim,
} from '../../support/builders';

const two = aWhoim({ devices: [aDevice(), aDevice({ name: '306', title: 'Softphone' })] });
const call = anActivity({ name: 'activities_1.a:b' });
const email = anEmail();
const waiting = anActivity({ name: 'w', action: 'NEW', user: null });
const state = aState({ whoim: two, activities: [call, email, waiting] });

const last = (acceptDevice: string | null) => ({ acceptDevice, readyDevice: null });

it.each([
  ['accepts', 0, '306', { type: 'activity.accept', activity: call.name, device: '306' }],
  [
    'accepts on the first',
    0,
    null,
    { type: 'activity.accept', activity: call.name, device: '305' },
  ],
  ['rejects', 1, '306', { type: 'activity.reject', activity: call.name }],
])('a button of a ringing call %s', (_, button, device, request) => {
  expect(askedBy(`ring:${call.name}`, button, state, last(device)).request).toEqual(request);
});

it('what is written is accepted without a device', () => {
  expect(askedBy(`ring:${email.name}`, 0, state, last('306')).request).toEqual({
    type: 'activity.accept',
    activity: email.name,
    device: null,
  });
});

it('the only button of what waits for anybody accepts it', () => {
  expect(askedBy('wait:w', 0, state, last(null)).request).toMatchObject({
    type: 'activity.accept',
    activity: 'w',
  });
});

it('the button of an automatic pause ends it', () => {
  expect(askedBy('pause:inactive', 0, state, last(null))).toEqual({
    asked: 'endPause',
    request: { type: 'pause.end' },
  });
});

it('the button of what was done without the agent undoes it', () => {
  const asked = (extension: Parameters<typeof anExtension>[0]) =>
    askedBy('left:1', 0, aState({ extension: anExtension(extension) }), last(null));
  expect(asked({ state: 'Paused', pause: aPause() }).request).toEqual({ type: 'pause.end' });
  expect(asked({ state: 'Session' }).request).toEqual({ type: 'agent.ready', device: null });
});

it('what is no more cannot be asked for', () => {
  expect(askedBy('ring:gone', 1, state, last(null))).toEqual({
    asked: 'reject',
    request: null,
    problem: 'missing',
  });
});

it('there is no device to choose from one, and a device that is gone gives way to the first', () => {
  expect(acceptDevices(aState())).toEqual([]);
  expect(acceptDeviceOf(aState(), '305')).toBeNull();
  expect(acceptDeviceOf(null, null)).toBeNull();
  expect(acceptDeviceOf(state, '999')?.name).toBe('305');
});
