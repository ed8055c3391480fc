import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeExtension } from '@/lib/daktela/extension';
import { createReadTime } from '@/lib/daktela/time';

const RECEIVED_MS = Date.UTC(2026, 0, 12, 8, 0, 0);
const readTime = createReadTime('2026-01-12 09:00:00', RECEIVED_MS);
const decoded = (value: unknown) => decodeExtension(value, readTime);

it('a paused agent is read whole', () => {
  expect(
    decoded({
      id_agent: { name: 'anna', title: 'Anna', profile: { name: 'profiles_x', title: 'Agents' } },
      state: 'Paused',
      exten: '501',
      exten_status: 'Idle',
      id_pause: { name: 'lunch', title: 'Oběd', type: null },
      on_pause: '2026-01-12 08:50:00',
      statetime: '2026-01-12 08:50:01',
    }),
  ).toEqual({
    user: { name: 'anna', title: 'Anna' },
    profile: 'profiles_x',
    state: 'Paused',
    line: '501',
    device: 'Idle',
    devices: null,
    pause: { name: 'lunch', title: 'Oběd', kind: 'own', limitMs: null },
    pausedSinceMs: RECEIVED_MS - 600_000,
    stateSinceMs: RECEIVED_MS - 599_000,
  });
});

it.each([[[]], [null], [false], [undefined], ['']])(
  '%j means that the server has no session of the agent',
  (value) => {
    expect(decoded(value)).toBeNull();
  },
);

it.each([
  ['Session', 'Session'],
  ['Idle', 'Idle'],
  ['Paused', 'Paused'],
  ['Busy', 'Unknown'],
  ['idle', 'Unknown'],
  ['', 'Unknown'],
  [null, 'Unknown'],
  [undefined, 'Unknown'],
])('the state %j is read as %s, never as ready by mistake', (wire, state) => {
  expect(decoded({ state: wire })?.state).toBe(state);
});

it.each([
  ['Idle', 'Idle'],
  ['Busy', 'Busy'],
  ['Ringing', 'Idle'],
  ['Unavailable', 'Unavailable'],
  ['', 'Unavailable'],
  [null, 'Unavailable'],
  [undefined, 'Unavailable'],
])('the device status %j is read as %s', (wire, device) => {
  expect(decoded({ exten_status: wire })?.device).toBe(device);
});

it.each([
  ['on_pause', { on_pause: '2026-01-12 08:59:00' }],
  ['onpause', { onpause: '2026-01-12 08:59:00' }],
  ['onpause beside an on_pause of null', { on_pause: null, onpause: '2026-01-12 08:59:00' }],
])('the start of a pause is read from %s', (_, fields) => {
  expect(decoded(fields)?.pausedSinceMs).toBe(RECEIVED_MS - 60_000);
});

it('a pause known by its name alone has no title', () => {
  expect(decoded({ id_pause: 'lunch' })?.pause).toEqual({
    name: 'lunch',
    title: null,
    kind: 'own',
    limitMs: null,
  });
});

it.each([[null], [[]], [''], [{}]])('id_pause of %j is no pause', (id_pause) => {
  expect(decoded({ id_pause })?.pause).toBeNull();
});

it.each<[string, unknown, string | null]>([
  ['an object', { name: 'anna', profile: { name: 'profiles_x' } }, 'profiles_x'],
  ['a bare name', { name: 'anna', profile: 'profiles_x' }, 'profiles_x'],
  ['nothing', { name: 'anna' }, null],
  ['a user given by name', 'anna', null],
])('the profile is read from %s', (_, id_agent, profile) => {
  expect(decoded({ id_agent })?.profile).toBe(profile);
});

it('a line number that is a number is text', () => {
  expect(decoded({ exten: 501 })?.line).toBe('501');
});

it('decoding an extension never throws', () => {
  const field = fc.jsonValue();
  const extensionLike = fc.record(
    { id_agent: field, state: field, exten_status: field, id_pause: field, on_pause: field },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(field, extensionLike), (value) => {
      expect(decoded(value)).not.toBeUndefined();
    }),
  );
});

it.each([
  ['a list', [{ name: '305', title: 'Desk phone' }]],
  ['an object keyed by name', { 305: { name: '305', title: 'Desk phone' } }],
])('the connected devices are read from %s', (_, extensions) => {
  expect(decoded({ extensions })?.devices).toEqual([
    { name: '305', title: 'Desk phone', model: 'sipDevices', isModelAssumed: true },
  ]);
});
