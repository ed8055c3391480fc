import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeActivity } from '@/lib/daktela/activity';
import { createReadTime } from '@/lib/daktela/time';

const RECEIVED_MS = Date.UTC(2026, 0, 12, 8, 0, 0);
const readTime = createReadTime('2026-01-12 09:00:00', RECEIVED_MS);

/** A ringing call as the fact sheet's sample has it, somewhat richer. */
const wireCall = (overrides: object = {}) => ({
  name: 'activities_65f0.12',
  title: '00420600111222',
  action: 'WAIT',
  type: 'CALL',
  queue: {
    name: 3001,
    title: 'Support',
    options: { _has_statuses: true, multiple_statuses: false },
  },
  user: { name: 'anna.novakova', title: 'Anna Nováková' },
  contact: null,
  time: '2026-01-12 08:59:50',
  time_wait: '2026-01-12 08:59:55',
  time_open: null,
  item: {
    id_call: '1768032300.42',
    direction: 'in',
    clid: '+420600111222',
    prefix_clid_name: 'VIP',
    channels: null,
  },
  ...overrides,
});

function decoded(overrides: object = {}) {
  const activity = decodeActivity(wireCall(overrides), readTime);
  if (activity === null) throw new Error('The activity was not decoded');
  return activity;
}

const withItem = (item: object) => decoded({ item: { ...wireCall().item, ...item } });
const withChannels = (channels: unknown) => withItem({ channels }).channels;

it('a ringing call is read whole', () => {
  expect(decoded()).toEqual({
    name: 'activities_65f0.12',
    type: 'CALL',
    action: 'WAIT',
    title: '00420600111222',
    queue: {
      name: '3001',
      title: 'Support',
      hasStatuses: true,
      multipleStatuses: false,
      ringTimeMs: null,
    },
    user: { name: 'anna.novakova', title: 'Anna Nováková' },
    contact: null,
    account: null,
    ticket: null,
    hasRecord: false,
    number: '+420600111222',
    address: null,
    callerName: 'VIP',
    subject: null,
    direction: 'in',
    channels: null,
    createdAtMs: RECEIVED_MS - 10_000,
    waitingSinceMs: RECEIVED_MS - 5_000,
    openedAtMs: null,
  });
});

it.each([[null], [[]], ['activities_1'], [{}], [{ name: '' }], [{ name: null, title: 'x' }]])(
  '%j is not an activity',
  (value) => {
    expect(decodeActivity(value, readTime)).toBeNull();
  },
);

it.each([
  ['WAIT', 'WAIT'],
  ['OPEN', 'OPEN'],
  ['POSTPONE', 'POSTPONE'],
  ['CLOSE', 'CLOSE'],
  ['', 'NEW'],
  [null, 'NEW'],
  [undefined, 'NEW'],
])('the action %j is read as %s', (wire, action) => {
  expect(decoded({ action: wire }).action).toBe(action);
});

it.each([
  'CALL',
  'EMAIL',
  'CHAT',
  'SMS',
  'FBM',
  'IGDM',
  'WAP',
  'VBR',
  'CUSTOM',
  'FBCOMMENT',
  'IGCOMMENT',
  'COMMENT',
])('the type %s is known', (type) => {
  expect(decoded({ type }).type).toBe(type);
});

it.each(['', null, 'WEB', 'TELEPATHY', 7])('the type %j is some other one', (type) => {
  expect(decoded({ type }).type).toBe('OTHER');
});

it.each<[string, unknown, unknown]>([
  [
    'an object named by a number',
    { name: 3001, title: 'S' },
    { name: '3001', title: 'S', hasStatuses: null, multipleStatuses: false, ringTimeMs: null },
  ],
  [
    'an object without a name',
    { title: 'Support' },
    { name: null, title: 'Support', hasStatuses: null, multipleStatuses: false, ringTimeMs: null },
  ],
  [
    'a bare number',
    3001,
    { name: '3001', title: null, hasStatuses: null, multipleStatuses: false, ringTimeMs: null },
  ],
  [
    'an object whose empty options are a list',
    { name: 1, title: 'A', options: [] },
    { name: '1', title: 'A', hasStatuses: null, multipleStatuses: false, ringTimeMs: null },
  ],
  [
    'an object with options in numbers',
    { name: 1, title: 'A', options: { _has_statuses: 0, multiple_statuses: '1' } },
    { name: '1', title: 'A', hasStatuses: false, multipleStatuses: true, ringTimeMs: null },
  ],
  [
    'an object that tells how long it rings',
    { name: 1, title: 'A', options: { ringtime: '20' } },
    { name: '1', title: 'A', hasStatuses: null, multipleStatuses: false, ringTimeMs: 20_000 },
  ],
  [
    'an object whose ring time is empty',
    { name: 1, title: 'A', options: { ringtime: '' } },
    { name: '1', title: 'A', hasStatuses: null, multipleStatuses: false, ringTimeMs: null },
  ],
  ['null', null, null],
])('a queue is read from %s', (_, queue, expected) => {
  expect(decoded({ queue }).queue).toEqual(expected);
});

it.each<[string, unknown, unknown]>([
  ['an object without a name', { title: 'Anna', alias: 'a' }, { name: null, title: 'Anna' }],
  ['a bare name', 'anna.novakova', { name: 'anna.novakova', title: null }],
  ['null', null, null],
  ['an empty map', [], null],
])('a user is read from %s', (_, user, expected) => {
  expect(decoded({ user }).user).toEqual(expected);
});

it('a missing user is nobody', () => {
  const { user: _, ...call } = wireCall();
  expect(decodeActivity(call, readTime)?.user).toBeNull();
});

it('a contact brings the title of its account', () => {
  const contact = { name: 'contacts_1', title: 'Jan Zkouška', account: { title: 'Plyn a.s.' } };
  expect(decoded({ contact })).toMatchObject({
    contact: { name: 'contacts_1', title: 'Jan Zkouška' },
    account: 'Plyn a.s.',
  });
});

it.each([[1768], ['1768032300.42'], [null], [[]], [undefined]])(
  'a call whose item is %j has the number from its title and says nothing of its legs',
  (item) => {
    expect(decoded({ item })).toMatchObject({
      number: '00420600111222',
      callerName: null,
      direction: null,
      channels: null,
    });
  },
);

it('an empty caller number is replaced by the title', () => {
  expect(withItem({ clid: '' }).number).toBe('00420600111222');
});

it('the title of something that is no call is not a number', () => {
  expect(decoded({ type: 'EMAIL', title: '305' }).number).toBeNull();
});

const sides = ({ number, address, callerName, subject }: ReturnType<typeof decoded>) => ({
  number,
  address,
  callerName,
  subject,
});

it('an e-mail has the address and the subject of its item', () => {
  const item = { title: 'My invoice', address: 'jana@example.com', direction: 'in' };
  expect(sides(decoded({ type: 'EMAIL', title: 'Ticket 9673', item }))).toEqual({
    number: null,
    address: 'jana@example.com',
    callerName: null,
    subject: 'My invoice',
  });
});

it('an e-mail without an item is about its title', () => {
  expect(sides(decoded({ type: 'EMAIL', title: 'My invoice', item: 7 }))).toEqual({
    number: null,
    address: null,
    callerName: null,
    subject: 'My invoice',
  });
});

it.each(['CHAT', 'SMS', 'FBM', 'IGDM', 'WAP', 'VBR'])(
  'a message (%s) comes from the phone, e-mail or sender of its item',
  (type) => {
    const message = (item: object) => sides(decoded({ type, title: 'Delivery', item }));
    expect(message({ title: 'Jana', phone: '+420600111222' })).toEqual({
      number: '+420600111222',
      address: null,
      callerName: 'Jana',
      subject: 'Delivery',
    });
    expect(message({ email: 'jana@example.com', sender: 'x' }).address).toBe('jana@example.com');
    expect(message({ sender: '1234567' }).address).toBe('1234567');
  },
);

it.each(['COMMENT', 'FBCOMMENT', 'IGCOMMENT', 'CUSTOM', 'OTHER'])(
  'of a %s without an item its title is all there is',
  (type) => {
    expect(sides(decoded({ type, title: 'Nice!', item: null }))).toEqual({
      number: null,
      address: null,
      callerName: null,
      subject: 'Nice!',
    });
  },
);

it.each<[unknown, string | null]>([
  [{ name: 9673, title: 'Invoice' }, '9673'],
  [9673, '9673'],
  [{ title: 'Invoice' }, null],
  [null, null],
  [[], null],
])('a ticket given as %j is the ticket %j', (ticket, name) => {
  expect(decoded({ ticket }).ticket).toBe(name);
});

it.each<[unknown, boolean]>([
  [{ name: 'record_1' }, true],
  ['record_1', true],
  [null, false],
  [[], false],
])('a record given as %j: %j', (record, hasRecord) => {
  expect(decoded({ record }).hasRecord).toBe(hasRecord);
});

it.each([
  ['in', 'in'],
  ['out', 'out'],
  ['internal', 'internal'],
  ['IN', 'in'],
  ['OUT', 'out'],
  ['', null],
  [null, null],
  ['sideways', null],
])('the direction %j is read as %j', (wire, direction) => {
  expect(withItem({ direction: wire }).direction).toBe(direction);
});

it.each([[null], [undefined], [[]], [{}], [false], [3]])(
  'legs given as %j are legs not known yet',
  (channels) => {
    expect(withChannels(channels)).toBeNull();
  },
);

it.each([
  ['an array', [{ state: 'Speaking', user: 'anna' }]],
  ['a keyed object', { channels_1: { state: 'Speaking', user: 'anna' } }],
])('legs are read from %s', (_, channels) => {
  expect(withChannels(channels)).toEqual([
    {
      state: 'Speaking',
      user: { name: 'anna', title: null },
      ringingSinceMs: null,
      speakingSinceMs: null,
      closedAtMs: null,
    },
  ]);
});

it.each([
  ['Ringing', 'Ringing'],
  ['Speaking', 'Speaking'],
  ['On Hold', 'On Hold'],
  ['OnHold', 'On Hold'],
  ['on hold', 'On Hold'],
  ['Closed', 'Closed'],
  ['CLOSED', 'Closed'],
  ['Dialing', 'Unknown'],
  ['', 'Unknown'],
  [null, 'Unknown'],
])('a leg in the state %j is read as %s', (wire, state) => {
  expect(withChannels([{ state: wire }])?.[0]?.state).toBe(state);
});

it('a leg keeps since when it rings and speaks, and when it was closed', () => {
  const [leg] =
    withChannels([
      {
        state: 'Speaking',
        time_ringing: '2026-01-12 08:59:30',
        time_speaking: '2026-01-12 08:59:40',
        time_closed: '2026-01-12 08:59:50',
      },
    ]) ?? [];
  expect(leg).toMatchObject({
    ringingSinceMs: RECEIVED_MS - 30_000,
    speakingSinceMs: RECEIVED_MS - 20_000,
    closedAtMs: RECEIVED_MS - 10_000,
  });
});

it('a broken leg is left out', () => {
  expect(withChannels([null, { state: 'Closed' }, 7])).toHaveLength(1);
});

it('decoding an activity never throws', () => {
  const field = fc.option(fc.jsonValue(), { nil: undefined });
  const activityLike = fc.record({
    name: fc.string(),
    queue: field,
    user: field,
    contact: field,
    time: field,
    item: fc.oneof(field, fc.record({ clid: field, channels: field, direction: field })),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), activityLike), (value) => {
      const activity = decodeActivity(value, readTime);
      expect(activity === null || activity.name !== '').toBe(true);
    }),
  );
});
